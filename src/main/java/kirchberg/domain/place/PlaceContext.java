package kirchberg.domain.place;

import java.util.Set;

/**
 * Words around a name that tell what it means, as {@code data/reference/place_contexts.csv} states them.
 *
 * @param id stable name
 * @param sectors keys of the sectors in whose rows it holds; empty for all
 * @param effect what follows
 * @param pattern regular expression, in which {@link #PLACE} stands for any name of the gazetteer
 */
public record PlaceContext(String id, Set<String> sectors, Effect effect, String pattern) {
    /** What stands for a name in a pattern. */
    public static final String PLACE = "{place}";

    /** Marks that names are put between before patterns are looked for. */
    public static final String OPEN = "⟦";

    public static final String CLOSE = "⟧";

    /** What a context means for its row. */
    public enum Effect {
        /** The name belongs to somebody or something else: it is not used anywhere in the row. */
        IGNORED,
        /** The place is not the only one, or not certain: nothing is derived for the row. */
        UNKNOWN
    }

    public PlaceContext {
        sectors = Set.copyOf(sectors);
    }

    /** The pattern over a text in which names are marked; it has no groups of ours. */
    public String overMarkedText() {
        var marked = OPEN + "[^" + CLOSE + "]*" + CLOSE;
        return pattern.replace(PLACE, marked);
    }
}
