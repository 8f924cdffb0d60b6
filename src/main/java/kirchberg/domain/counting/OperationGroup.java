package kirchberg.domain.counting;

import java.util.Set;
import kirchberg.domain.Label;
import org.jspecify.annotations.Nullable;

/**
 * How many things of one kind lie in the very same corners of the portfolio. Whatever a claim asks, it takes all of
 * them or none, so their number is all that has to be known.
 *
 * @param label whose view this is; null for the view without labels
 * @param kind what is counted
 * @param certain corners with a row that carries the label for certain, or with any row in the view without labels
 * @param possible corners with a row that may carry it; those of {@code certain} may be among them
 * @param count how many things, above zero
 */
public record OperationGroup(@Nullable Label label, Kind kind, Set<Corner> certain, Set<Corner> possible, long count) {

    /** What is counted. */
    public enum Kind {
        /** Different numbers of operations. */
        ID,
        /** Different names of rows without such a number. */
        UNNUMBERED_NAME,
        /** Different names of all rows. */
        NAME,
        /** Different numbers of contracts. */
        CONTRACT,
        /** Rows, in one corner each, as are the three kinds below. */
        ROW,
        /** Rows without a number of an operation. */
        UNNUMBERED_ROW,
        /** Rows without a name. */
        UNNAMED_ROW,
        /** Rows without a number of a contract. */
        UNCONTRACTED_ROW
    }

    public OperationGroup {
        certain = Set.copyOf(certain);
        possible = Set.copyOf(possible);
    }
}
