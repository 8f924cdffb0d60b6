package kirchberg.sample;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the yearly figures of the sample must come to, from {@code calibration.csv}. */
final class Calibration {
    /** Rows for which counts are calibrated; other requests scale them. */
    static final long ROWS = 10_000;

    /** What is calibrated, one value per year: amounts in cents, shares in basis points (10,000 are the whole). */
    enum Measure {
        GROUP,
        EIB,
        EIF,
        ROWS,
        OPERATIONS,
        EIF_OPERATIONS,
        JOINT_OPERATIONS,
        JOINT_UNKNOWN_ROWS,
        EIB_INSIDE_EU,
        EIF_INSIDE_EU,
        CLIMATE_EIB,
        CLIMATE_EIF,
        CLIMATE_HIDDEN,
        COHESION_EIB,
        COHESION_EIF,
        COHESION_HIDDEN,
        TECHEU
    }

    /** The values of one calendar year. */
    record Year(int year, Map<Measure, Long> values) {
        long value(Measure measure) {
            var value = values.get(measure);
            if (value == null) {
                throw new IllegalStateException("Cannot calibrate " + year + ": no value of " + measure);
            }
            return value;
        }

        /** Amount that both institutions count, in cents. */
        long joint() {
            return value(Measure.EIB) + value(Measure.EIF) - value(Measure.GROUP);
        }
    }

    private Calibration() {}

    static List<Year> years() {
        var years = new TreeMap<Integer, Map<Measure, Long>>();
        for (var row : Resource.rows("calibration.csv")) {
            var measure = Measure.valueOf(row.getField("measure").toUpperCase(Locale.ROOT));
            years.computeIfAbsent(Integer.valueOf(row.getField("year")), year -> new EnumMap<>(Measure.class))
                    .put(measure, exact(row.getField("value"), row.getField("unit")));
        }
        return years.entrySet().stream()
                .map(entry -> new Year(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static long exact(String value, String unit) {
        int places = switch (unit) {
            case "EUR m" -> 8;
            case "%" -> 2;
            case "count" -> 0;
            default -> throw new IllegalStateException("Cannot calibrate: got unit " + unit);
        };
        return new BigDecimal(value).movePointRight(places).longValueExact();
    }
}
