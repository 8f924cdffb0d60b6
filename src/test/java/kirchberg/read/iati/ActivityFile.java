package kirchberg.read.iati;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.domain.source.SourceFormat;
import kirchberg.read.Reading;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** An activity file and what its reader counted and handed over. */
final class ActivityFile {
    static final String BEGIN = "<?xml version=\"1.0\"?>\n<iati-activities version=\"2.02\">\n";
    static final String END = "</iati-activities>\n";

    /** What stands in an activity beside what a test speaks of. */
    static final String IDENTIFIER = "<iati-identifier>XM-DAC-918-3-20010242-84835</iati-identifier>";

    static final String TITLE = "<title><narrative>MILL</narrative></title>";
    static final String KENYA = "<recipient-country code=\"KE\" percentage=\"100\"/>";
    static final String SECTOR =
            "<sector vocabulary=\"99\" code=\"35110000\"><narrative>RE : solar PV</narrative></sector>";
    static final String COMMITMENT = transaction("2", "2015-04-29", "EUR", "1000");

    private final byte[] bytes;
    private final ControlTotals totals;
    private final List<Row> rows;

    private ActivityFile(byte[] bytes, ControlTotals totals, List<Row> rows) {
        this.bytes = bytes;
        this.totals = totals;
        this.rows = rows;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    ControlTotals totals() {
        return totals;
    }

    List<Row> rows() {
        return rows;
    }

    /** Reads a file that stands in a folder of its own. */
    static ActivityFile read(Path folder, byte[] bytes) {
        try {
            var path = Files.write(folder.resolve("activities.xml"), bytes);
            var rows = new ArrayList<Row>();
            return new ActivityFile(bytes, Reading.records(source(path), rows::add), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ActivityFile read(Path folder, String text) {
        return read(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a file of one activity, in EUR by default. */
    static ActivityFile of(Path folder, String... elements) {
        return read(folder, BEGIN + activity(elements) + END);
    }

    static String activity(String... elements) {
        return "<iati-activity default-currency=\"EUR\">\n  " + String.join("\n  ", elements) + "\n</iati-activity>\n";
    }

    static String transaction(String type, String day, String currency, String amount) {
        return "<transaction><transaction-type code=\"" + type + "\"/><transaction-date iso-date=\"" + day
                + "\"/><value currency=\"" + currency + "\">" + amount + "</value></transaction>";
    }

    /** Values of a field, in the order of the rows. */
    List<@Nullable String> values(Field field) {
        var values = new ArrayList<@Nullable String>();
        rows.forEach(r -> values.add(r.getString(Financings.RAW.names().indexOf(field.name()))));
        return values;
    }

    /** Reasons that the reader gave, parted by spaces. */
    String reasons() {
        return values(Financings.REASON).stream().filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** The text in the file from the offset of a record on, as long as its raw text. */
    String receivedAt(int row) {
        var offset = Integer.parseInt(
                Objects.requireNonNull(values(Financings.BYTE_OFFSET).get(row)));
        var raw = Objects.requireNonNull(values(Financings.RAW_TEXT).get(row));
        var length = raw.getBytes(StandardCharsets.UTF_8).length;
        return new String(Arrays.copyOfRange(bytes, offset, offset + length), StandardCharsets.UTF_8);
    }

    String remarks() {
        return String.join("\n", totals.remarks());
    }

    /** A source of one file with its true length and digest. */
    static Source source(Path path) {
        var place = new Coverage(
                Institution.EIB, Stage.SIGNED, Place.WORLD, LocalDate.of(1959, 1, 1), LocalDate.of(2025, 5, 16), false);
        return new Source(
                "iati/2025-05-16",
                Objects.requireNonNull(path.getParent()),
                "iati",
                "eib-act",
                SourceFormat.IATI_XML,
                StandardCharsets.UTF_8,
                Institution.EIB,
                "EUR",
                LocalDate.of(2025, 5, 16),
                LocalDate.of(2025, 6, 1),
                "none stated",
                "https://example.org/",
                false,
                List.of(declared(path)),
                place);
    }

    private static SourceFile declared(Path path) {
        try {
            var bytes = Files.readAllBytes(path);
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new SourceFile(path.getFileName().toString(), bytes.length, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
