package kirchberg.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.SourceFormat;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Text;

/** Tells the format of a file by its content, whatever its name says. */
final class Recognition {
    private static final int HEAD = 1 << 16;

    /** Characters of a first line that a message shows. */
    private static final int LINE = 100;

    /** The first entry of a list's item: an amount in the loans list, a word of status in the projects list. */
    private static final Pattern FIRST_ENTRY =
            Pattern.compile("\"additionalInformation\"\\s*:\\s*\\[\\s*\"(\\\\u20[aA][cC]|\u20AC)?");

    private Recognition() {}

    /**
     * The format of a file.
     *
     * @throws Stop with exit 3 if it is of none that can be read, and says what it seems to be
     */
    static SourceFormat of(Path file) {
        var head = head(file);
        var text = new String(head, StandardCharsets.UTF_8);
        var begin = text.startsWith("\uFEFF") ? 3 : 0;
        var kind = FileKind.of(head, begin, head.length);
        var format = switch (kind) {
            case CSV -> table(text);
            case JSON -> list(text);
            case XML ->
                text.contains("<iati-activities") ? Optional.of(SourceFormat.IATI_XML) : Optional.<SourceFormat>empty();
            case XLSX -> Optional.of(SourceFormat.EIB_EXPORT_XLSX);
            case PARQUET -> Optional.of(SourceFormat.KIRCHBERG_PARQUET);
            case WEB_PAGE, OLD_EXCEL, GZIP, PDF, EMPTY, ENCRYPTED_PARQUET -> Optional.<SourceFormat>empty();
        };
        return format.orElseThrow(() -> Stop.refused(
                Refusal.NOT_THIS_FORMAT,
                "Cannot use " + file + ": " + (kind == FileKind.CSV ? text(kind, text) : kind.meaning())
                        + ", expected one of " + String.join(", ", SourceFormat.keys(f -> true)),
                "Save the list in one of these formats, or take the file out of the folder."));
    }

    /** A NUL is in no text but UTF-16; a first line shows which columns a table has. */
    private static String text(FileKind kind, String text) {
        if (text.indexOf('\0') >= 0) {
            return "this is no text, or text in UTF-16 (\"Unicode text\"), which is not read";
        }
        var line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        return kind.meaning() + ", got as first line \"" + Text.clean(line.substring(0, Math.min(line.length(), LINE)))
                + "\"";
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new Stop(Exit.INPUT, "Cannot read " + file + ": " + e, "Make the file readable.", e);
        }
    }

    /** By the names of the columns, whatever parts them: what is wrong with a header is told when it is read. */
    private static Optional<SourceFormat> table(String text) {
        var names = Arrays.stream(text.lines().findFirst().orElse("").split("[,;\t|]"))
                .map(name -> Text.clean(name.replace("\"", "")).toLowerCase(Locale.ROOT))
                .toList();
        return List.of(SourceFormat.EIB_EXPORT_CSV, SourceFormat.KIRCHBERG_CSV).stream()
                .filter(f ->
                        f.columns().stream().anyMatch(c -> isTelling(c) && names.contains(c.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    /** Columns that no other table has. */
    private static boolean isTelling(String column) {
        return column.equals("Country or Territory") || column.equals("Signed Amount") || column.equals("amount_eur");
    }

    private static Optional<SourceFormat> list(String text) {
        var entry = FIRST_ENTRY.matcher(text);
        if (!entry.find()) {
            return Optional.empty();
        }
        return Optional.of(entry.group(1) == null ? SourceFormat.EIB_PROJECTS_JSON : SourceFormat.EIB_LOANS_JSON);
    }
}
