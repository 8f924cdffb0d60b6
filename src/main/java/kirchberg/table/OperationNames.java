package kirchberg.table;

import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.translate;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/** Names of operations as they are compared: upper case, blanks collapsed. */
public final class OperationNames {
    /**
     * Every small letter below U+0500 (Latin, Greek, Cyrillic) whose capital is one letter too. Not the function upper:
     * it answers by the language of the machine, or loads Unicode tables that cost a second at every start.
     */
    private static final String SMALL = IntStream.range('a', 0x500)
            .filter(c -> Character.isLowerCase(c) && Character.toUpperCase(c) != c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private static final String CAPITAL = SMALL.codePoints()
            .map(Character::toUpperCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private OperationNames() {}

    /** Equal for names that differ in case and blanks alone; null for null. */
    public static Column normalised(Column name) {
        return translate(regexp_replace(name, "\\s+", " "), SMALL, CAPITAL);
    }
}
