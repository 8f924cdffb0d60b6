package kirchberg.domain.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.source.Source;

/**
 * What only the run knows of itself.
 *
 * @param at moment of the swap
 * @param asOf the day that the release speaks of
 * @param synthetic true if any source was made up
 * @param key idempotence key: equal for equal inputs
 * @param dataKey the same but for the names and days of the vintages: equal for equal bytes
 * @param sources as declared
 * @param configDigests sha256 by name: reference tables and claims
 * @param verdicts number of claims by verdict
 * @param versions of the code, Spark and Java
 * @param sparkActions how many the run took
 * @param seconds by step, in their order
 */
public record Facts(
        Instant at,
        LocalDate asOf,
        boolean synthetic,
        String key,
        String dataKey,
        List<Source> sources,
        Map<String, String> configDigests,
        Map<String, Long> verdicts,
        Map<String, String> versions,
        long sparkActions,
        Map<String, BigDecimal> seconds) {

    public Facts {
        sources = List.copyOf(sources);
        configDigests = Map.copyOf(configDigests);
        verdicts = Map.copyOf(verdicts);
        versions = Map.copyOf(versions);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
