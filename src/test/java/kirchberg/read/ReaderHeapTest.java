package kirchberg.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.domain.Stop;
import kirchberg.domain.source.SourceFormat;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What inputs of great size take of the heap, in a JVM of its own that has little of it. */
final class ReaderHeapTest {
    private static final int MEGA = 1_000_000;

    private static final String EXPORT =
            "Name,Region,Country or Territory,Sector,Signature Date,Signed Amount,Description\n";
    private static final String ROW = "MILL,European Union,Italy,Energy,22/10/2015,\"\u20AC5,000\",";
    private static final String PAGE =
            "{\"itemPerPage\": 9, \"message\": \"Success\", \"pageNumber\": 0, \"resultItems\": 1,"
                    + " \"totalItems\": 1, \"valid\": true, \"data\": [{\"id\": \"1\", \"additionalInformation\": [\"\u20AC5\", 1722297600000]";
    private static final String ACTIVITY = "<iati-activities version=\"2.02\"><iati-activity default-currency=\"EUR\">";
    private static final String END = "</iati-activity></iati-activities>";

    /** The JVM with little heap: reads files and says what came of each, on a line of its own. */
    static final class Child {
        private Child() {}

        /** Arguments: key of a format and a path, again and again. */
        public static void main(String[] arguments) {
            for (var index = 0; index < arguments.length; index += 2) {
                System.out.println(outcome(ReaderFuzz.format(arguments[index]), Path.of(arguments[index + 1])));
            }
        }

        private static String outcome(SourceFormat format, Path file) {
            var reasons = new TreeMap<String, Integer>();
            try {
                var totals = Records.read(
                        SourceFolders.part(format, file),
                        row -> reasons.merge(String.valueOf(Received.value(row, Financings.REASON)), 1, Integer::sum));
                return totals.readableEur() + " EUR of " + reasons;
            } catch (Stop stop) {
                return String.valueOf(stop.getMessage()).replaceAll("(?s):.*", "");
            } catch (OutOfMemoryError e) {
                return String.valueOf(e);
            }
        }
    }

    /**
     * A file that is generated while it is written.
     *
     * @param times how often the middle comes
     */
    private record Large(SourceFormat format, String begin, String middle, int times, String end, String outcome) {
        void write(Path path) throws IOException {
            var block = middle.repeat(Math.max(1, 65_536 / middle.length())).getBytes(UTF_8);
            try (var out = Files.newOutputStream(path)) {
                out.write(begin.getBytes(UTF_8));
                for (var left = (long) times * middle.getBytes(UTF_8).length; left > 0; left -= block.length) {
                    out.write(block, 0, (int) Math.min(left, block.length));
                }
                out.write(end.getBytes(UTF_8));
            }
        }
    }

    @TempDir
    private Path folder;

    @Test
    void what_is_larger_than_the_heap_is_refused_or_rejected() throws IOException, InterruptedException {
        assertOutcomes("-Xmx64m", inputs(80));
    }

    @Tag("slow")
    @Test
    void what_is_several_times_larger_than_the_heap_is_refused_or_rejected() throws IOException, InterruptedException {
        assertOutcomes("-Xmx64m", inputs(300));
    }

    /** Numbers of operations are kept to find pages that overlap: half a million, in some 75 MB, and then no more. */
    @Tag("slow")
    @Test
    void a_projects_list_without_end_is_refused(@TempDir Path other) throws IOException, InterruptedException {
        var file = other.resolve("list.json");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"itemPerPage\": 9, \"message\": \"Success\", \"pageNumber\": 0, \"data\": [{}");
            for (var id = 0; id < 1_500_000; id++) {
                out.write(",{\"id\": \"" + id + "\", \"title\": \"INVENTED OPERATION\","
                        + " \"additionalInformation\": [\"Signed\", \"01/01/2024\", 5.0, 5.0]}");
            }
        }
        assertThat(outcomes("-Xmx160m", List.of(SourceFormat.EIB_PROJECTS_JSON.key(), file.toString())))
                .isEqualTo("LIMIT\n");
    }

    private static List<Large> inputs(int megabytes) {
        var letters = megabytes * MEGA;
        return Stream.of(tables(letters), pages(letters), activities(letters), footers(letters))
                .flatMap(List::stream)
                .toList();
    }

    /** A cell, a record, its columns, the columns of the header, blank lines. */
    private static List<Large> tables(int letters) {
        var csv = SourceFormat.EIB_EXPORT_CSV;
        var oneOfTwo = "5000.00 EUR of {TOO_LARGE=1, null=1}";
        return List.of(
                new Large(csv, EXPORT + ROW + "\"", "x", letters, "\"\n" + ROW + "A mill\n", oneOfTwo),
                new Large(csv, EXPORT + ROW, "x", letters, "", "0.00 EUR of {TOO_LARGE=1}"),
                new Large(csv, EXPORT + ROW + "\n" + ROW, ",", letters, "\n", oneOfTwo),
                new Large(csv, EXPORT.strip(), ",", letters, "\n" + ROW + "\n", "HEADER"),
                new Large(csv, EXPORT + ROW + "\n", "\n", letters, "", "5000.00 EUR of {null=1}"));
    }

    /** A text, one that is only too large for its record, arrays, nesting, a number. */
    private static List<Large> pages(int letters) {
        var loans = SourceFormat.EIB_LOANS_JSON;
        var tooLarge = "0.00 EUR of {TOO_LARGE=1}";
        return List.of(
                new Large(loans, PAGE + ", \"title\": \"", "x", letters, "\"}]}", "LIMIT"),
                new Large(loans, PAGE + ", \"title\": \"", "x", 4 * MEGA, "\"}]}", tooLarge),
                new Large(loans, PAGE + ", \"more\": [0", ",0", letters / 2, "]}]}", tooLarge),
                new Large(loans, PAGE + ", \"primaryTags\": [0", ",0", letters / 2, "]}]}", tooLarge),
                new Large(loans, PAGE + ", \"more\": ", "[", MEGA, "", "LIMIT"),
                new Large(loans, PAGE + ", \"more\": 1", "0", letters, "}]}", "LIMIT"));
    }

    /** A text, nesting, an attribute, a comment, elements without end. */
    private static List<Large> activities(int letters) {
        var iati = SourceFormat.IATI_XML;
        return List.of(
                new Large(iati, ACTIVITY + "<title><narrative>", "x", letters, "</narrative></title>" + END, "LIMIT"),
                new Large(iati, ACTIVITY, "<a>", MEGA, "", "LIMIT"),
                new Large(iati, ACTIVITY + "<a b=\"", "x", letters, "\"/>" + END, "LIMIT"),
                new Large(iati, ACTIVITY + "<!--", "x", letters, "-->" + END, "LIMIT"),
                new Large(iati, ACTIVITY, "<a/>", letters / 4, END, "LIMIT"));
    }

    /** A footer that is 40,000,000 bytes (0x02625A00) long, as it says, and nothing but zeros. */
    private static List<Large> footers(int letters) {
        return List.of(
                new Large(SourceFormat.KIRCHBERG_PARQUET, "PAR1", "\0", letters, "\0Zb\2PAR1", "NOT_THIS_FORMAT"));
    }

    private void assertOutcomes(String heap, List<Large> inputs) throws IOException, InterruptedException {
        var arguments = new ArrayList<String>();
        for (var index = 0; index < inputs.size(); index++) {
            var file = folder.resolve("large" + index);
            inputs.get(index).write(file);
            arguments.addAll(List.of(inputs.get(index).format().key(), file.toString()));
        }
        assertThat(outcomes(heap, arguments).lines())
                .containsExactlyElementsOf(inputs.stream().map(Large::outcome).toList());
    }

    private static String outcomes(String heap, List<String> arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java, heap, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
