package kirchberg.job;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import kirchberg.domain.release.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a run is told beside its job file.
 *
 * @param asOf day on which targets are judged; null for the day on which the latest source was fetched
 * @param dryRun true if nothing may be written under the root
 * @param spark Spark properties, stronger than the defaults of the house
 * @param clock for the times in the manifest; never for a figure
 * @param terms on which the run holds its root
 * @param named told of the run's id as soon as it has one
 * @param progress told of each step, for people; never part of a result
 */
public record Settings(
        @Nullable LocalDate asOf,
        boolean dryRun,
        Map<String, String> spark,
        Clock clock,
        Terms terms,
        Consumer<String> named,
        Consumer<String> progress) {

    public Settings {
        spark = Map.copyOf(spark);
    }
}
