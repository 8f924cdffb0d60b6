package kirchberg.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.Redaction;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of metrics; row F4 of the fault table. */
final class MetricsTest {
    private static final String LABELS = "job=\"nightly\",root=\"/srv/kirchberg\"";

    /** 2026-11-24T02:00:00Z. */
    private static final long BEGIN = 1_795_485_600L;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("kirchberg.prom");
    }

    private Map<String, BigDecimal> after(RunReport report) throws IOException {
        Metrics.write(file(), report, Redaction.BY_SHAPE);
        return PrometheusText.parsed(Files.readString(file()));
    }

    private static String series(String name) {
        return "kirchberg_" + name + "{" + LABELS + "}";
    }

    private static String series(String name, String label) {
        return "kirchberg_" + name + "{" + LABELS + "," + label + "}";
    }

    private static RunReport good(int second) {
        var verdicts = Map.of("a", Verdict.HOLDS, "b", Verdict.HOLDS, "c", Verdict.FAILS);
        return Reports.published("00000001-00000001", second, Map.of(), verdicts);
    }

    @Test
    void a_release_is_told_in_full() throws IOException {
        var samples = after(good(90));

        assertThat(samples)
                .containsEntry(series("last_attempt_timestamp_seconds"), new BigDecimal(BEGIN + 90 + ".000"))
                .containsEntry(series("last_success_timestamp_seconds"), new BigDecimal(BEGIN + 90 + ".000"))
                .containsEntry(series("last_exit_code"), BigDecimal.ZERO)
                .containsEntry(series("last_run_duration_seconds"), new BigDecimal("90.000"))
                .containsEntry(series("step_duration_seconds", "step=\"read: records\""), new BigDecimal("1.250"))
                .containsEntry(series("step_duration_seconds", "step=\"publish: verify\""), new BigDecimal("0.500"))
                // 2026-11-23T00:00:00Z and 2026-11-20T00:00:00Z
                .containsEntry(series("release_as_of_timestamp_seconds"), new BigDecimal(BEGIN - 26 * 3600))
                .containsEntry(
                        series("source_vintage_timestamp_seconds", "source=\"eib/loans\""),
                        new BigDecimal(BEGIN - 98 * 3600))
                .containsEntry(series("source_rows", "source=\"eib/loans\""), new BigDecimal(1000))
                .containsEntry(series("source_rejected_rows", "source=\"eib/loans\""), new BigDecimal(7))
                .containsEntry(series("source_size_bytes", "source=\"eib/loans\""), new BigDecimal(123456))
                .containsEntry(series("table_rows", "table=\"financings\""), new BigDecimal(990))
                .containsEntry(series("claims", "verdict=\"HOLDS\""), new BigDecimal(2))
                .containsEntry(series("claims", "verdict=\"FAILS\""), new BigDecimal(1))
                .containsEntry(series("claims", "verdict=\"UNDECIDED\""), BigDecimal.ZERO)
                .containsEntry(series("synthetic"), BigDecimal.ZERO)
                .hasSize(18);
    }

    @Test
    void a_failure_renews_the_attempt_and_keeps_what_is_known_of_the_release() throws IOException {
        var before = after(good(90));
        var after = after(Reports.ended("00000002-00000002", 3690, State.FAILED, 3, "input is missing"));

        assertThat(after)
                .containsEntry(series("last_attempt_timestamp_seconds"), new BigDecimal(BEGIN + 3690 + ".000"))
                .containsEntry(series("last_success_timestamp_seconds"), new BigDecimal(BEGIN + 90 + ".000"))
                .containsEntry(series("last_exit_code"), new BigDecimal(3))
                .doesNotContainKey(series("step_duration_seconds", "step=\"publish: verify\""));
        var kept = List.of("release_as_of", "source_", "table_rows", "claims", "synthetic");
        before.forEach((series, value) -> {
            if (kept.stream().anyMatch(name -> series.startsWith("kirchberg_" + name))) {
                assertThat(after).containsEntry(series, value);
            }
        });
    }

    @Test
    void an_unchanged_night_renews_the_success_and_a_held_one_does_not() throws IOException {
        after(good(90));

        assertThat(after(Reports.ended("r", 100, State.UNCHANGED, 0, "")))
                .containsEntry(series("last_success_timestamp_seconds"), new BigDecimal(BEGIN + 100 + ".000"))
                .containsEntry(series("table_rows", "table=\"financings\""), new BigDecimal(990))
                .containsEntry(series("claims", "verdict=\"HOLDS\""), new BigDecimal(2));
        assertThat(after(Reports.ended("r", 200, State.HELD, 0, "a source shrank")))
                .containsEntry(series("last_success_timestamp_seconds"), new BigDecimal(BEGIN + 100 + ".000"))
                .containsEntry(series("last_attempt_timestamp_seconds"), new BigDecimal(BEGIN + 200 + ".000"));
    }

    @Test
    void without_a_success_there_is_no_time_of_one() throws IOException {
        assertThat(after(Reports.ended("r", 5, State.FAILED, 70, "boom")))
                .doesNotContainKey(series("last_success_timestamp_seconds"))
                .containsEntry(series("last_exit_code"), new BigDecimal(70));
    }

    @Test
    void the_samples_of_another_root_and_of_no_metric_are_not_kept() throws IOException {
        Files.writeString(file(), """
                kirchberg_last_success_timestamp_seconds{job="other",root="/srv/kirchberg"} 1
                kirchberg_last_success_timestamp_seconds{job="nightly",root="/srv/kirchberg-2"} 2
                kirchberg_last_success_timestamp_seconds{job="nightly",root="/srv/kirchberg"} NaN
                torn{job="nigh""");

        assertThat(after(Reports.ended("r", 5, State.FAILED, 3, "")).keySet())
                .noneMatch(series -> series.contains("last_success"));
    }

    @Test
    void quotes_and_line_breaks_in_a_label_are_escaped() throws IOException {
        var r = good(1);
        var odd = new RunReport.Start(
                "r", "a\"b\\c\nd", "s3a://k:CANARY@b/root", r.start().at());
        var samples = after(new RunReport(
                odd, r.end(), r.asOf(), r.inputs(), r.outputs(), r.verdicts(), r.before(), r.seconds(), true));

        assertThat(samples)
                .containsEntry(
                        "kirchberg_synthetic{job=\"a\\\"b\\\\c\\nd\",root=\"s3a://***@b/root\"}", BigDecimal.ONE);
    }

    /** F4: a collector reads while we write. */
    @Test
    void a_reader_never_sees_a_torn_file_during_a_thousand_writes() throws IOException {
        after(good(0));
        var isOver = new AtomicBoolean();
        var count = new AtomicLong();
        var reading = CompletableFuture.supplyAsync(() -> reads(isOver, count));

        for (int i = 1; i <= 1000; i++) {
            var isGood = i % 2 == 0;
            Metrics.write(
                    file(), isGood ? good(i) : Reports.ended("r", i, State.FAILED, 7, "disk full"), Redaction.BY_SHAPE);
        }
        isOver.set(true);
        var reads = reading.join();

        assertThat(reads)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(PrometheusText.parsed(text))
                        .containsKey(series("last_success_timestamp_seconds"))
                        .hasSizeGreaterThanOrEqualTo(17));
        assertThat(names()).containsExactly("kirchberg.prom");
        System.out.println("F4: " + count.get() + " reads of " + reads.size() + " states during 1000 writes, bad 0");
    }

    private Set<String> reads(AtomicBoolean isOver, AtomicLong count) {
        var reads = new HashSet<String>();
        try {
            while (!isOver.get()) {
                reads.add(Files.readString(file()));
                count.incrementAndGet();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return reads;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
