package kirchberg.domain.neighbour;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.counting.CountingKey;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Naming;
import kirchberg.domain.finding.Neighbour;

/** The same printed figure under the natural other readings of its subject. */
public final class Neighbourhood {
    private Neighbourhood() {}

    /**
     * The neighbours of a finding, in a fixed order; none for a claim that no portfolio decides.
     *
     * @param judge judges a claim, counting operations by a key
     */
    public static List<Neighbour> of(Finding finding, BiFunction<Claim, CountingKey, Finding> judge) {
        var claim = finding.claim();
        if (claim.outOfReach() != null || claim.measure() == Measure.COUNT) {
            return List.of();
        }
        var variations = Variation.of(claim.subject());
        var readings = variations.stream()
                .map(v -> judge.apply(claim.about(v.subject()), v.key()))
                .toList();
        var best = Fit.best(finding, readings);
        return IntStream.range(0, readings.size())
                .mapToObj(i -> neighbour(claim, variations.get(i), readings.get(i), i == best))
                .toList();
    }

    private static Neighbour neighbour(Claim claim, Variation variation, Finding reading, boolean isBest) {
        var subject = variation.subject();
        Evidence evidence = reading.evidence();
        return new Neighbour(
                Naming.name(claim.subject(), subject, variation.key()),
                subject,
                variation.key() == CountingKey.OPERATION ? "" : variation.key().name(),
                evidence == null ? null : evidence.possible(),
                reading.verdict(),
                isBest);
    }
}
