package kirchberg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real cut of the bank's export against a copy with one edit of every kind, by hand. Skipped, visibly, where the cut
 * is absent.
 */
@Tag("spark")
class DiffRealSampleTest {
    private static final Path SAMPLE = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"))
            .resolve("eib-export/raw_export_1959_1965.csv");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /**
     * 92 rows of EUR 502 445 800 are known of the cut. Seven rows are touched, of EUR 3 038 245 + 2 380 952 + 13 064
     * 455 + 5 000 000 + 5 644 338 + 9 000 000 + 15 000 000 = 53 127 990; one more is doubled.
     */
    @Test
    void every_edit_is_told_with_its_cause_and_its_money() throws IOException {
        assumeTrue(Files.isRegularFile(SAMPLE), "skipped: no real sample at " + SAMPLE);
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        var before = Files.readString(SAMPLE, UTF_8);
        assertThat(diff(source("before", before), source("after", edited(before))))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines())
                .contains(
                        "unchanged    85  449 317 810  449 317 810           0",
                        "amount        1    2 380 952    2 500 000    +119 048",
                        "year          1   13 064 455   13 064 455           0",
                        "date          1    5 000 000    5 000 000           0",
                        "country       1    5 644 338    5 644 338           0",
                        "label         1    9 000 000    9 000 000           0",
                        "several       1   15 000 000   14 000 000  −1 000 000",
                        "vanished      1    3 038 245            0  −3 038 245",
                        "appeared      1            0    3 200 000  +3 200 000",
                        "total            502 445 800  501 726 603    −719 197")
                .contains(
                        "1960         4   25 457 443   25 576 491     +119 048",
                        "1963  22 -> 23   71 171 474   85 171 474  +14 000 000",
                        "1964  27 -> 24  117 347 038   86 244 338  −31 102 700",
                        "1965  17 -> 19  101 451 906  117 716 361  +16 264 455")
                .noneMatch(line -> line.startsWith("1959") || line.startsWith("1962"));
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("KREMASTA, 19 March 1964, EUR 5 644 338; country: Greece -> Türkiye")
                .contains("BEWAG I, Germany, 24 October 1960; amount: EUR 2 380 952 -> EUR 2 500 000")
                .contains("CM 001 MERCURE, Italy, 21 April 1959, EUR 9 000 000; sector: Energy -> Industry")
                .contains("vanished −3 038 245 SMPA, France, 5 May 1964")
                .contains("appeared +3 200 000 CM 054 SIRAM, Italy, 22 October 1965");
    }

    private static String edited(String before) {
        var doubled = line(before, "CM 054 SIRAM,");
        var edited = replaced(before, line(before, "SMPA,"), "");
        edited = replaced(edited, doubled, doubled + doubled);
        edited = replaced(edited, "€2,380,952", "€2,500,000");
        edited = inLine(edited, "CANAL DE PROVENCE I,", "06/07/1964", "06/07/1965");
        edited = inLine(edited, "BOLZANO-BRENNERO,", "04/05/1964", "05/05/1964");
        edited = inLine(edited, "KREMASTA,", "European Union,Greece", "Enlargement Countries,Türkiye");
        edited = inLine(edited, "CM 001 MERCURE,", "Energy", "Industry");
        return inLine(edited, "CM 030 ENEL BRINDISI,", "21/02/1964,\"€15,000,000\"", "21/02/1963,\"€14,000,000\"");
    }

    private static String inLine(String text, String begin, String from, String to) {
        var line = line(text, begin);
        return replaced(text, line, replaced(line, from, to));
    }

    private static String line(String text, String begin) {
        return text.lines().filter(l -> l.startsWith(begin)).findFirst().orElseThrow() + "\n";
    }

    private static String replaced(String text, String from, String to) {
        assertThat(text).containsOnlyOnce(from);
        return text.replace(from, to);
    }

    private String source(String vintage, String csv) {
        return new JobFolder(folder, vintage).with(csv).source().toString();
    }

    private int diff(String before, String after) {
        return Main.run(new String[] {"diff", before, after}, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
