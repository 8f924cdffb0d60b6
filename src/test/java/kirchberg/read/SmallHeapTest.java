package kirchberg.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import kirchberg.config.Description;
import kirchberg.domain.Stop;
import kirchberg.domain.source.SourceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What text formats take of the heap, in a JVM of their own that has 128 MiB: a quarter of what is promised. */
final class SmallHeapTest {
    private static final String HEADER =
            "Name,Region,Country or Territory,Sector,Signature Date,Signed Amount,Description\n";

    private static final String ROW = ",European Union,Italy,Transport,22/10/1965,\u20AC5,\n";
    private static final String LARGE = "x".repeat(100 << 20);

    @TempDir
    private Path folder = Path.of("");

    /** The JVM with little heap: reads a file and says what it counted, or why it was refused. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            var file = Path.of(arguments[1]);
            var source = SourceFolders.declared(
                    SourceFormat.valueOf(arguments[0]),
                    Objects.requireNonNull(file.getParent()),
                    Description.file(file),
                    false);
            try {
                var totals = Records.read(source, row -> {});
                System.out.println(totals.records() + " " + totals.readableEur() + " " + totals.unreadableAmounts());
            } catch (Stop stop) {
                System.out.println(stop.getMessage());
            }
        }
    }

    @Test
    void a_record_of_a_hundred_mebibytes_is_one_reject() throws IOException, InterruptedException {
        assertThat(read(SourceFormat.EIB_EXPORT_CSV, HEADER + "LONG", LARGE, ROW + "SHORT" + ROW))
                .isEqualTo("2 5.00 1");
    }

    @Test
    void a_record_of_a_hundred_thousand_cells_is_one_reject() throws IOException, InterruptedException {
        assertThat(read(SourceFormat.EIB_EXPORT_CSV, HEADER + "WIDE", ",".repeat(100_000), "\nSHORT" + ROW))
                .isEqualTo("2 5.00 1");
    }

    @Test
    void many_records_are_read_one_at_a_time() throws IOException, InterruptedException {
        // 1,000,000 x EUR 5; the file has about 60 MB
        assertThat(read(SourceFormat.EIB_EXPORT_CSV, HEADER, ("A NAME" + ROW).repeat(1_000_000), ""))
                .isEqualTo("1000000 5000000.00 0");
    }

    @Test
    void a_page_with_a_text_of_a_hundred_mebibytes_is_refused() throws IOException, InterruptedException {
        assertThat(read(SourceFormat.EIB_LOANS_JSON, "{\"data\": [{\"description\": \"", LARGE, "\"}]}"))
                .startsWith("LIMIT: Cannot read ")
                .contains("String value length");
    }

    @Test
    void an_activity_with_a_text_of_a_hundred_mebibytes_is_refused() throws IOException, InterruptedException {
        assertThat(read(
                        SourceFormat.IATI_XML,
                        "<iati-activities version=\"2.02\"><iati-activity><title><narrative>",
                        LARGE,
                        "</narrative></title></iati-activity></iati-activities>"))
                .startsWith("LIMIT: Cannot read ")
                .contains("too large");
    }

    private String read(SourceFormat format, String begin, String middle, String end)
            throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("large"), begin + middle + end, StandardCharsets.UTF_8);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        format.name(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
