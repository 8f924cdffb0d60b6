package kirchberg.domain.finding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its verdict and evidence.
 *
 * @param said what the words allow (C), per reading; empty for a claim that no portfolio can decide
 * @param readings verdict per reading, all three present
 * @param evidence null where the data do not speak of the claim at all
 * @param why one sentence: the reason of the verdict, with values
 * @param settles what would settle the question; empty if it is settled
 * @param years for "each year": the finding of every single year; else empty
 * @param outlook what would change the verdict
 */
public record Finding(
        Claim claim,
        Map<Strictness, Interval> said,
        Map<Strictness, Verdict> readings,
        @Nullable Evidence evidence,
        String why,
        String settles,
        List<Finding> years,
        Outlook outlook) {

    public Finding {
        said = Map.copyOf(said);
        readings = Map.copyOf(readings);
        years = List.copyOf(years);
    }

    /** A finding of which nobody has asked yet what would change it. */
    public Finding(
            Claim claim,
            Map<Strictness, Interval> said,
            Map<Strictness, Verdict> readings,
            @Nullable Evidence evidence,
            String why,
            String settles,
            List<Finding> years) {
        this(claim, said, readings, evidence, why, settles, years, Outlook.NONE);
    }

    public Finding with(Outlook other) {
        return new Finding(claim, said, readings, evidence, why, settles, years, other);
    }

    /** The same, of which more is known to settle it. */
    public Finding settledBy(String answer) {
        return new Finding(claim, said, readings, evidence, why, answer, years, outlook);
    }

    /** The same of every year, of which more is known to settle them. */
    public Finding eachOf(List<Finding> others) {
        return new Finding(claim, said, readings, evidence, why, settlesEach(others), others, outlook);
    }

    /** What would settle a claim about every year: what would settle the years, one after the other. */
    public static String settlesEach(List<Finding> years) {
        return years.stream()
                .filter(y -> !y.settles.isEmpty())
                .map(y -> y.claim.period().text() + ": " + y.settles)
                .collect(Collectors.joining("; "));
    }

    /** The headline: the conventional reading. */
    public Verdict verdict() {
        return readings.getOrDefault(Strictness.CONVENTIONAL, Verdict.OUT_OF_REACH);
    }

    /** Whether another reading gives another verdict: "holds, but not to the letter". */
    public boolean dependsOnReading() {
        return readings.values().stream().distinct().count() > 1;
    }
}
