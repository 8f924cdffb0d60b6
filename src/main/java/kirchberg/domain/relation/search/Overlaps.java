package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Reckoning;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;
import org.jspecify.annotations.Nullable;

/**
 * The Group is the EIB and the EIF less what both count, which is at least nothing and at most all of the smaller one.
 *
 * @param joint what both count, as printed; null if nobody printed it
 */
record Overlaps(
        Statement group,
        Statement eib,
        Statement eif,
        @Nullable Statement joint) {
    private static final Set<Measure> COUNTED = Set.of(Measure.AMOUNT, Measure.OPERATIONS);

    static Stream<Relation> among(Ledger ledger) {
        return ledger.statements(s -> s.institution() == Institution.GROUP && COUNTED.contains(s.measure()))
                .flatMap(group -> of(group, ledger).stream())
                .map(Overlaps::relation);
    }

    private static Optional<Overlaps> of(Statement group, Ledger ledger) {
        var subject = group.subject();
        var joint = subject.measure() == Measure.AMOUNT
                ? ledger.at(subject.measuring(Measure.JOINT))
                : Optional.<Statement>empty();
        return ledger.at(subject.by(Institution.EIB))
                .flatMap(eib -> ledger.at(subject.by(Institution.EIF))
                        .map(eif -> new Overlaps(group, eib, eif, joint.orElse(null))));
    }

    private Relation relation() {
        var readings = Readings.of(s -> Agreement.of(reckoned(s), group.said(s)).worse(withJoint(s)));
        var shown = readings.shown();
        var claims = new ArrayList<>(group.claims());
        claims.addAll(eib.claims());
        claims.addAll(eif.claims());
        var known = joint;
        if (known != null) {
            claims.addAll(known.claims());
        }
        var relation = Relation.of(Kind.SUM, claims, readings, sentence(shown));
        return known == null && isCertain(shown) ? relation.remarked() : relation;
    }

    /** What the Group may be: from the larger of the two, all of the other being in it, to their plain sum. */
    private Interval reckoned(Strictness strictness) {
        var sum = sum(strictness);
        var one = eib.said(strictness);
        var other = eif.said(strictness);
        var gap = one.low().compareTo(other.low());
        var lowOpen = gap == 0 ? one.lowOpen() || other.lowOpen() : gap > 0 ? one.lowOpen() : other.lowOpen();
        return new Interval(gap > 0 ? one.low() : other.low(), lowOpen, sum.high(), sum.highOpen());
    }

    private Interval sum(Strictness strictness) {
        return Reckoning.sum(eib.said(strictness), eif.said(strictness));
    }

    /** The printed joint amount is in either institution, and makes the sum with the Group. */
    private Agreement withJoint(Strictness strictness) {
        var known = joint;
        if (known == null) {
            return Agreement.AGREES;
        }
        var both = known.said(strictness);
        var tooMuch =
                eib.said(strictness).endsBefore(both) || eif.said(strictness).endsBefore(both);
        return tooMuch
                ? Agreement.CONTRADICTS
                : Agreement.of(sum(strictness), Reckoning.sum(group.said(strictness), both));
    }

    private boolean isCertain(Strictness strictness) {
        return overlap(strictness)
                .filter(o -> o.low().compareTo(Quotient.ZERO) > 0)
                .isPresent();
    }

    private Optional<Interval> overlap(Strictness strictness) {
        return Reckoning.rest(sum(strictness), group.said(strictness));
    }

    private String sentence(Strictness shown) {
        var begin = "EIB and EIF make " + Values.text(sum(shown), group.unit()) + ", the Group is "
                + Values.text(group.said(shown), group.unit()) + ": ";
        var left = overlap(shown);
        if (left.isEmpty()) {
            return begin + "the Group is more than both together";
        }
        var counted = begin + Values.text(left.get(), group.unit()) + " is counted by both";
        var known = joint;
        return known == null ? counted : counted + ", printed " + Phrases.printed(known);
    }
}
