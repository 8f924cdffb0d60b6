package kirchberg.domain.settlement;

import java.util.List;
import kirchberg.domain.Interval;

/**
 * What a figure rests on, and what was said of it.
 *
 * @param known sum of all that is known
 * @param rows the unknown rows, in any order
 * @param said what the words allow
 * @param bounded false if missing sources or the future may add to the numerator without limit
 */
public record Question(Vertex known, List<Unknown> rows, Interval said, boolean bounded) {
    public Question {
        rows = rows.stream().sorted(Unknown.HEAVIEST_FIRST).toList();
    }

    /** Whether there is no figure at all if no unknown row belongs. */
    boolean mayBeOfNothing() {
        return bounded
                && known.isOrigin()
                && rows.stream().allMatch(r -> r.corners().contains(Vertex.ORIGIN));
    }
}
