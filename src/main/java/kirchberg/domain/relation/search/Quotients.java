package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
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
 * @param printed the ratio, or the growth, which is the ratio less one
 */
record Quotients(Kind kind, Statement printed, Statement above, Statement below) {

    static Stream<Relation> among(Ledger ledger) {
        return ledger.complete().stream()
                .flatMap(s -> s.voices().stream())
                .flatMap(printed -> of(printed, ledger).stream())
                .map(Quotients::relation);
    }

    private static Optional<Quotients> of(Statement printed, Ledger ledger) {
        return switch (printed.subject().measure()) {
            case GROWTH -> growth(printed, Measure.AMOUNT, ledger);
            case OPERATIONS_GROWTH -> growth(printed, Measure.OPERATIONS, ledger);
            case RATIO -> ratio(printed, ledger);
            default -> Optional.empty();
        };
    }

    private static Optional<Quotients> growth(Statement printed, Measure measure, Ledger ledger) {
        Period before = printed.subject().against();
        if (before == null) {
            return Optional.empty();
        }
        var subject = printed.subject().measuring(measure).against(null);
        return ledger.at(subject)
                .flatMap(now ->
                        ledger.at(subject.during(before)).map(then -> new Quotients(Kind.GROWTH, printed, now, then)));
    }

    private static Optional<Quotients> ratio(Statement printed, Ledger ledger) {
        var subject = printed.subject();
        return ledger.at(subject.measuring(Measure.MOBILISED))
                .flatMap(mobilised -> ledger.at(subject.measuring(Measure.AMOUNT))
                        .map(signed -> new Quotients(Kind.RATIO, printed, mobilised, signed)));
    }

    private boolean isGrowth() {
        return kind == Kind.GROWTH;
    }

    private Interval said(Strictness strictness) {
        return printed.said(strictness);
    }

    private Optional<Interval> reckoned(Strictness strictness) {
        var quotient = Reckoning.quotient(above.said(strictness), below.said(strictness));
        return isGrowth() ? quotient.map(Reckoning::lessOne) : quotient;
    }

    Relation relation() {
        var readings =
                Readings.of(s -> reckoned(s).map(r -> Agreement.of(r, said(s))).orElse(Agreement.CONTRADICTS));
        var claims = new ArrayList<>(printed.claims());
        claims.addAll(above.claims());
        claims.addAll(below.claims());
        var shown = readings.shown();
        var needs = readings.in(shown) == Agreement.CONTRADICTS ? needs(shown) : "";
        return Relation.of(kind, claims, readings, sentence(shown) + needs);
    }

    private String sentence(Strictness shown) {
        var unit = printed.unit();
        return Values.text(above.said(shown), above.unit()) + " divided by "
                + Values.text(below.said(shown), below.unit())
                + (isGrowth() ? " less one gives " : " gives ")
                + reckoned(shown).map(r -> Values.text(r, unit)).orElse("nothing") + ", printed "
                + Phrases.printed(printed) + " (" + Values.text(said(shown), unit) + ")";
    }

    /** What the first of the two figures would have to be. */
    private String needs(Strictness shown) {
        var multiple = isGrowth() ? Reckoning.plusOne(said(shown)) : said(shown);
        return ": needs "
                + Values.text(Reckoning.product(multiple, below.said(shown)), above.unit())
                + " instead of the first";
    }
}
