package kirchberg.classify;

import static kirchberg.table.Financings.DESCRIPTION;
import static kirchberg.table.Financings.OPERATION_NAME;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Name and description as one text in which words are looked for. */
final class RowText {
    /** Stands between the name and the description; no sentence goes over it. */
    private static final String BORDER = " | ";

    /** Lengths at which the bank's export cuts a description, in characters; both were seen in November 2025. */
    private static final Object[] CUT_LENGTHS = {499, 500};

    /** A cut text loses its last words, for what follows them might change their meaning ("at least 3", "30 % or"). */
    private static final String LAST_WORDS = "(?:\\S+\\s+){0,2}\\S*\\z";

    private RowText() {}

    /** Without the last words of a cut description, runs of spaces collapsed. */
    static Column whole() {
        var description = DESCRIPTION.col();
        var whole = when(length(description).isin(CUT_LENGTHS), regexp_replace(description, LAST_WORDS, ""))
                .otherwise(description);
        return regexp_replace(concat_ws(BORDER, OPERATION_NAME.col(), whole), "\\s+", " ");
    }
}
