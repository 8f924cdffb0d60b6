package kirchberg.table.parquet;

import java.util.Objects;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The columns of a file that an earlier version of the program wrote: a published release is never changed, and tables
 * have grown since. What such a file lacks is null; what nobody asks for any more is not read.
 */
public final class EarlierColumns {
    private EarlierColumns() {}

    /**
     * The columns of a table that a file has.
     *
     * @param expected as the table is written now
     * @param found as the file says
     * @throws Stop STORE if a column has another type now
     */
    public static MessageType of(MessageType expected, MessageType found) {
        var columns = expected.getFields().stream()
                .filter(f -> found.containsField(f.getName()))
                .map(f -> same(f, found.getType(f.getName())))
                .toArray(Type[]::new);
        return new MessageType(expected.getName(), columns);
    }

    private static Type same(Type expected, Type found) {
        var isSame = found.isPrimitive()
                && !found.isRepetition(Type.Repetition.REPEATED)
                && found.asPrimitiveType().getPrimitiveTypeName()
                        == expected.asPrimitiveType().getPrimitiveTypeName()
                && Objects.equals(found.getLogicalTypeAnnotation(), expected.getLogicalTypeAnnotation());
        if (!isSame) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot read a release: a column is not as this version writes it, got " + found + ", expected "
                            + expected,
                    "Read it with the version that made it, or run its job into a new root.");
        }
        return found;
    }
}
