package kirchberg.domain.relation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import kirchberg.domain.finding.Strictness;

/**
 * Whether figures agree, in each of the three readings of their words.
 *
 * @param each all three readings
 */
public record Readings(Map<Strictness, Agreement> each) {
    public Readings {
        each = Map.copyOf(each);
    }

    public static Readings of(Function<Strictness, Agreement> compare) {
        var each = new EnumMap<Strictness, Agreement>(Strictness.class);
        Arrays.stream(Strictness.values()).forEach(s -> each.put(s, compare.apply(s)));
        return new Readings(each);
    }

    public Agreement in(Strictness strictness) {
        return each.getOrDefault(strictness, Agreement.AGREES);
    }

    /** The headline is the conventional reading; what is impossible to the letter only is a remark. */
    public Agreement headline() {
        var headline = in(Strictness.CONVENTIONAL);
        return headline == Agreement.AGREES && in(Strictness.STRICT) == Agreement.CONTRADICTS
                ? Agreement.REMARK
                : headline;
    }

    /** The reading that shows best what is wrong. */
    public Strictness shown() {
        return headline() == Agreement.REMARK && in(Strictness.STRICT) == Agreement.CONTRADICTS
                ? Strictness.STRICT
                : Strictness.CONVENTIONAL;
    }

    /** What the readings differ in; empty if they agree. */
    public String text() {
        if (in(Strictness.CONVENTIONAL) == Agreement.CONTRADICTS) {
            return in(Strictness.LENIENT) == Agreement.CONTRADICTS ? "" : "a generous reader lets them meet";
        }
        return in(Strictness.STRICT) == Agreement.CONTRADICTS ? "impossible to the letter only" : "";
    }
}
