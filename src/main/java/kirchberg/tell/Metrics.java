package kirchberg.tell;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.Redaction;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.State;
import kirchberg.tell.Exposition.Metric;

/**
 * One file for a collector of metrics. What it says of the attempt is always new; what it says of the release that is
 * out stays as it was until another one is out.
 */
final class Metrics {
    private static final Metric ATTEMPT =
            gauge("last_attempt_timestamp_seconds", "When the last run ended, well or not.");
    private static final Metric EXIT = gauge("last_exit_code", "Exit code of the last run.");
    private static final Metric DURATION = gauge("last_run_duration_seconds", "How long the last run took.");
    private static final Metric STEP = gauge("step_duration_seconds", "How long each step of the last run took.");
    private static final Metric SUCCESS = gauge(
            "last_success_timestamp_seconds",
            "When a run last ended with a release that is up to date with its inputs.");
    private static final Metric AS_OF =
            gauge("release_as_of_timestamp_seconds", "Midnight UTC of the day that the release speaks of.");
    private static final Metric VINTAGE =
            gauge("source_vintage_timestamp_seconds", "Midnight UTC of the date of each source's vintage.");
    private static final Metric ROWS = gauge("source_rows", "Records of each source.");
    private static final Metric REJECTS = gauge("source_rejected_rows", "Records of each source that were rejected.");
    private static final Metric BYTES = gauge("source_size_bytes", "Size of the files of each source.");
    private static final Metric TABLE = gauge("table_rows", "Rows of each published table.");
    private static final Metric CLAIMS = gauge("claims", "Claims by verdict.");
    private static final Metric SYNTHETIC = gauge("synthetic", "1 if any source was made up, else 0.");
    private static final List<Metric> OF_THE_RELEASE =
            List.of(AS_OF, VINTAGE, ROWS, REJECTS, BYTES, TABLE, CLAIMS, SYNTHETIC);

    private final RunReport report;
    private final Exposition text;

    private Metrics(RunReport report, Redaction redaction) {
        this.report = report;
        var labels = new LinkedHashMap<String, String>();
        labels.put("job", redaction.redacted(report.start().job()));
        labels.put("root", redaction.redacted(report.start().root()));
        this.text = new Exposition(labels);
    }

    private static Metric gauge(String name, String help) {
        return new Metric("kirchberg_" + name, help);
    }

    /** Replaces the file at once. */
    static void write(Path file, RunReport report, Redaction redaction) throws IOException {
        WholeFile.write(file, new Metrics(report, redaction).after(file));
    }

    private String after(Path file) throws IOException {
        var older = WholeFile.read(file);
        addAttempt();
        text.keep(SUCCESS, older);
        OF_THE_RELEASE.forEach(metric -> text.keep(metric, older));
        if (report.end().state().isSuccess()) {
            text.drop(SUCCESS);
            text.add(SUCCESS, seconds(report.end().at()));
            addRelease();
        }
        return text.text();
    }

    private void addAttempt() {
        var end = report.end();
        text.add(ATTEMPT, seconds(end.at()));
        text.add(EXIT, BigDecimal.valueOf(end.exitCode()));
        text.add(
                DURATION,
                BigDecimal.valueOf(
                        Duration.between(report.start().at(), end.at()).toMillis(), 3));
        report.seconds().forEach((step, took) -> text.add(STEP, "step", step, took));
    }

    /** An unchanged run knows less than the one that published: what it does not know stays. */
    private void addRelease() {
        if (report.end().state() == State.PUBLISHED) {
            OF_THE_RELEASE.forEach(text::drop);
        }
        report.asOf().ifPresent(day -> replace(AS_OF, midnight(day)));
        if (!report.inputs().isEmpty()) {
            List.of(VINTAGE, ROWS, REJECTS, BYTES).forEach(text::drop);
            report.inputs().forEach(this::add);
        }
        if (!report.outputs().isEmpty()) {
            text.drop(TABLE);
            report.outputs().forEach(o -> text.add(TABLE, "table", o.table(), BigDecimal.valueOf(o.rows())));
        }
        if (!report.verdicts().isEmpty()) {
            text.drop(CLAIMS);
            Arrays.stream(Verdict.values()).forEach(this::add);
        }
        replace(SYNTHETIC, report.synthetic() ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private void replace(Metric metric, BigDecimal value) {
        text.drop(metric);
        text.add(metric, value);
    }

    private void add(RunReport.Input input) {
        text.add(VINTAGE, "source", input.name(), midnight(input.vintage()));
        text.add(ROWS, "source", input.name(), BigDecimal.valueOf(input.rows()));
        text.add(REJECTS, "source", input.name(), BigDecimal.valueOf(input.rejects()));
        text.add(BYTES, "source", input.name(), BigDecimal.valueOf(input.bytes()));
    }

    private void add(Verdict verdict) {
        var count =
                report.verdicts().values().stream().filter(v -> v == verdict).count();
        text.add(CLAIMS, "verdict", verdict.name(), BigDecimal.valueOf(count));
    }

    private static BigDecimal midnight(LocalDate day) {
        return BigDecimal.valueOf(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.toEpochMilli(), 3);
    }
}
