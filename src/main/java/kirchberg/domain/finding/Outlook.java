package kirchberg.domain.finding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would change a verdict.
 *
 * @param breakEven how much of what is unknown the claim needs; null if nothing is unknown
 * @param settling how many rows would have to be known; null if no row would help
 * @param neighbours the same figure under the natural other readings of its subject
 */
public record Outlook(
        @Nullable BreakEven breakEven, @Nullable Settling settling, List<Neighbour> neighbours) {
    /** Nothing is known of it. */
    public static final Outlook NONE = new Outlook(null, null, List.of());

    public Outlook {
        neighbours = List.copyOf(neighbours);
    }

    public Outlook needing(@Nullable BreakEven other) {
        return new Outlook(other, settling, neighbours);
    }

    public Outlook settledBy(@Nullable Settling other) {
        return new Outlook(breakEven, other, neighbours);
    }

    public Outlook beside(List<Neighbour> others) {
        return new Outlook(breakEven, settling, others);
    }

    /** The neighbour that fits best, if any fits better than the claim itself. */
    public Optional<Neighbour> best() {
        return neighbours.stream().filter(Neighbour::isBest).findFirst();
    }
}
