package kirchberg.domain.relation;

import java.util.List;

/**
 * A relation that people have declared, because what the claims speak of does not show it.
 *
 * @param kind SUM, PART_OF_WHOLE, RATIO, GROWTH, SAME or TAGS_ABOVE_TOTAL
 * @param result id of the claim that follows from the others: the whole, the ratio, the growth; empty for SAME
 * @param terms ids of the other claims, in order: for RATIO the numerator and the denominator, for GROWTH the later and
 *     the earlier figure
 * @param note why the claims hang together; may be empty
 */
public record Declared(Kind kind, String result, List<String> terms, String note) {
    public Declared {
        terms = List.copyOf(terms);
    }
}
