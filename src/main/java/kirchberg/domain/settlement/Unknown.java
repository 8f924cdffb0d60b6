package kirchberg.domain.settlement;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A row of which nobody can tell what it brings to a figure: anything between its corners.
 *
 * @param financingId breaks ties of weight
 * @param weight what is unknown of it: its amount times the width of its label, or the whole amount if nobody can tell
 *     whether it belongs; in EUR, not below zero
 * @param corners of the convex area of what it may bring, at least one
 */
public record Unknown(String financingId, BigDecimal weight, List<Vertex> corners) {
    /** The order in which unknown rows are looked into: those first of which most is unknown. */
    static final Comparator<Unknown> HEAVIEST_FIRST =
            Comparator.comparing(Unknown::weight).reversed().thenComparing(Unknown::financingId);

    public Unknown {
        corners = List.copyOf(corners);
    }
}
