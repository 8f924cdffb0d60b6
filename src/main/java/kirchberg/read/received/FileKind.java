package kirchberg.read.received;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
public enum FileKind {
    WEB_PAGE("this is a web page (an error page, or a guessed address)", "<!doctype html", "<html"),
    XML("this seems to be XML, or a part of a web page", "<"),
    JSON("this seems to be JSON", "{", "["),
    XLSX("this seems to be a zip or Excel file (.xlsx)", "pk\u0003\u0004", "pk\u0005\u0006"),
    OLD_EXCEL("this seems to be an old Excel file (.xls), or a workbook behind a password", "\u00F0\u00EF\u0011\u00E0"),
    GZIP("this seems to be a gzip file", "\u001F\u008B"),
    PDF("this seems to be a PDF file", "%pdf"),
    PARQUET("this seems to be a Parquet file", "par1"),
    ENCRYPTED_PARQUET("this seems to be an encrypted Parquet file", "pare"),
    EMPTY("the file is empty"),
    /** Any other text; whether it has the right columns shows in its first line. */
    CSV("this seems to be text, perhaps CSV");

    /** White space before the first letter that is looked past, in bytes. */
    private static final int LOOKED_AT = 512;

    private final String meaning;

    /** Each byte as a letter of ISO 8859-1, in lower case. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nobody can change
    private final List<String> beginnings;

    FileKind(String meaning, String... beginnings) {
        this.meaning = meaning;
        this.beginnings = List.of(beginnings);
    }

    /**
     * The kind of a file.
     *
     * @param head its first bytes, more than a few hundred if it has them
     * @param from position of the first that counts
     * @param to position behind the last
     */
    public static FileKind of(byte[] head, int from, int to) {
        var text = new String(head, from, Math.min(to - from, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .replaceFirst("^[ \\t\\r\\n]+", "")
                .toLowerCase(Locale.ROOT);
        for (var kind : values()) {
            if (kind.beginnings.stream().anyMatch(text::startsWith)) {
                return kind;
            }
        }
        return text.isEmpty() && to - from < LOOKED_AT ? EMPTY : CSV;
    }

    /** A few words for a message. */
    public String meaning() {
        return meaning;
    }

    boolean isText() {
        return this == CSV || this == JSON || this == XML;
    }

    /** What to do about a file of this kind where another is expected. */
    String hint(FileKind expected) {
        if (this == OLD_EXCEL && expected == XLSX) {
            return "Open it, without a password, and save it as .xlsx or as CSV.";
        }
        return expected == CSV
                ? "save the list as CSV and put it in place of this file"
                : "put a file of the right format in its place, or correct format in source.yaml";
    }
}
