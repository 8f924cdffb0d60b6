package kirchberg.read.json;

import java.util.List;
import kirchberg.read.received.Line;
import kirchberg.table.Field;
import org.jspecify.annotations.Nullable;

/** What the items of one of the two lists must look like, and what they say. */
interface ListKind {
    /** For messages: the loans list, the projects list. */
    String name();

    /** What {@link #values} gives. */
    List<Field> fields();

    /**
     * Refuses a file whose item shows that it is another list, or that its letters are broken.
     *
     * @param file for messages
     * @param line where the item stands
     */
    void requireOwn(String file, Line line, Item item);

    /** Whether the additional information has values of the right kinds in the right places. */
    boolean isShaped(Item item);

    /** What a sound item says, as clean text, null where it says nothing; a reason among it rejects the record. */
    List<@Nullable String> values(Item item);
}
