package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Reckoning;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;

/** Parts against their wholes: none is above it, and overlapping ones may be above it together. */
final class Wholes {
    private static final Set<Measure> ADDITIVE = Set.of(Measure.AMOUNT, Measure.OPERATIONS, Measure.MOBILISED);

    private Wholes() {}

    static Stream<Relation> among(Ledger ledger) {
        var sums = ledger.statements(s -> ADDITIVE.contains(s.measure())).toList();
        return sums.stream().flatMap(whole -> Stream.concat(parts(whole, sums), tags(whole, sums).stream()));
    }

    private static Stream<Relation> parts(Statement whole, List<Statement> sums) {
        return sums.stream()
                .filter(part -> isPart(part.subject(), whole.subject()))
                .filter(part -> isNext(part.subject(), whole.subject())
                        || whole.said(Strictness.STRICT).endsBefore(part.said(Strictness.STRICT)))
                .map(part -> part(part, whole));
    }

    /** Whether one thing alone tells part and whole apart: then the relation is worth a line though it agrees. */
    private static boolean isNext(Subject part, Subject whole) {
        return Stream.of(
                        part.by(whole.institution()),
                        part.from(whole.resources()),
                        part.within(whole.place()),
                        part.labelled(whole.of()),
                        part.during(whole.period()))
                .anyMatch(whole::equals);
    }

    private static boolean isPart(Subject part, Subject whole) {
        var label = part.of();
        return !part.equals(whole)
                && part.measure() == whole.measure()
                && Ledger.isWithin(part, whole)
                && (whole.of() == null || (label != null && label.equals(whole.of())));
    }

    /** Whatever their subjects: the first is a part of the second. */
    static Relation part(Statement part, Statement whole) {
        var readings =
                Readings.of(s -> whole.said(s).endsBefore(part.said(s)) ? Agreement.CONTRADICTS : Agreement.AGREES);
        var shown = readings.shown();
        var sentence = "the part, " + Values.text(part.said(shown), part.unit()) + ", is "
                + (readings.in(shown) == Agreement.CONTRADICTS ? "above" : "not above") + " its whole, "
                + Values.text(whole.said(shown), whole.unit());
        var claims = new ArrayList<>(whole.claims());
        claims.addAll(part.claims());
        return Relation.of(Kind.PART_OF_WHOLE, claims, readings, sentence);
    }

    private static Optional<Relation> tags(Statement whole, List<Statement> sums) {
        var parts = sums.stream()
                .filter(s ->
                        s.subject().of() != null && s.subject().labelled(null).equals(whole.subject()))
                .toList();
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(tags(parts, whole)).filter(r -> r.agreement() == Agreement.REMARK);
    }

    /** Parts by labels that overlap; a remark if they are certainly more than the whole. */
    static Relation tags(List<Statement> parts, Statement whole) {
        var sum = Reckoning.sum(
                parts.stream().map(p -> p.said(Strictness.CONVENTIONAL)).toList());
        var all = whole.said(Strictness.CONVENTIONAL);
        var above = all.endsBefore(sum);
        var sentence = "the labelled parts make " + Values.text(sum, Unit.EUR) + ", the whole is "
                + Values.text(all, Unit.EUR)
                + (above
                        ? ": labels overlap, and such parts must not be added up"
                        : ": the parts may lie side by side");
        var claims = new ArrayList<>(whole.claims());
        parts.forEach(p -> claims.addAll(p.claims()));
        var relation = Relation.of(Kind.TAGS_ABOVE_TOTAL, claims, Readings.of(s -> Agreement.AGREES), sentence);
        return above ? relation.remarked() : relation;
    }
}
