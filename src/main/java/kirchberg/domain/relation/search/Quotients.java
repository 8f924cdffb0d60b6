package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Reckoning;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;

/**
 * One figure over another, beside what was printed of it: growth and mobilised investment.
 *
 * @param printed the quotient, or for a growth the quotient less one
 */
record Quotients(Kind kind, Claim printed, Statement above, Statement below) {

    static Stream<Relation> among(Ledger ledger) {
        return ledger.statements().stream()
                .flatMap(s -> s.claims().stream())
                .flatMap(claim -> of(claim, ledger).stream())
                .map(Quotients::relation);
    }

    private static Optional<Quotients> of(Claim claim, Ledger ledger) {
        return switch (claim.measure()) {
            case GROWTH -> growth(claim, Measure.AMOUNT, ledger);
            case OPERATIONS_GROWTH -> growth(claim, Measure.OPERATIONS, ledger);
            case RATIO -> ratio(claim, ledger);
            default -> Optional.empty();
        };
    }

    private static Optional<Quotients> growth(Claim claim, Measure measure, Ledger ledger) {
        Period before = claim.against();
        if (before == null) {
            return Optional.empty();
        }
        var subject = claim.subject().measuring(measure).against(null);
        return ledger.at(subject).flatMap(now -> ledger.at(subject.during(before))
                .map(then -> new Quotients(Kind.GROWTH, claim, now, then)));
    }

    private static Optional<Quotients> ratio(Claim claim, Ledger ledger) {
        var subject = claim.subject();
        return ledger.at(subject.measuring(Measure.MOBILISED)).flatMap(mobilised -> ledger.at(
                        subject.measuring(Measure.AMOUNT))
                .map(signed -> new Quotients(Kind.RATIO, claim, mobilised, signed)));
    }

    /** A growth of 13 % is printed less one; one of "3 x", and every ratio, is not. */
    private boolean isLessOne() {
        return kind == Kind.GROWTH && printed.figure().unit() != Unit.RATIO;
    }

    private Interval said(Strictness strictness) {
        return Statement.said(printed, strictness);
    }

    private Optional<Interval> reckoned(Strictness strictness) {
        var quotient = Reckoning.quotient(above.said(strictness), below.said(strictness));
        return isLessOne() ? quotient.map(Reckoning::lessOne) : quotient;
    }

    Relation relation() {
        var readings = Readings.of(s -> reckoned(s).map(r -> Agreement.of(r, said(s))).orElse(Agreement.CONTRADICTS));
        var claims = new ArrayList<>(List.of(printed));
        claims.addAll(above.claims());
        claims.addAll(below.claims());
        var shown = readings.shown();
        var needs = readings.in(shown) == Agreement.CONTRADICTS ? needs(shown) : "";
        return Relation.of(kind, claims, readings, sentence(shown) + needs);
    }

    private String sentence(Strictness shown) {
        var unit = printed.figure().unit();
        return Values.text(above.said(shown), above.unit()) + " divided by "
                + Values.text(below.said(shown), below.unit())
                + (isLessOne() ? " less one gives " : " gives ")
                + reckoned(shown).map(r -> Values.text(r, unit)).orElse("nothing") + ", printed "
                + Phrases.printed(printed) + " (" + Values.text(said(shown), unit) + ")";
    }

    /** What the first of the two figures would have to be. */
    private String needs(Strictness shown) {
        var multiple = isLessOne() ? Reckoning.plusOne(said(shown)) : said(shown);
        return ": needs "
                + Values.text(Reckoning.product(multiple, below.said(shown)), above.unit())
                + " instead of the first";
    }
}
