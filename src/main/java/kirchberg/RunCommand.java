package kirchberg;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import kirchberg.config.Configuration;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.source.Accounting;
import kirchberg.intake.Intake;
import kirchberg.job.Outcome;
import kirchberg.job.Run;
import kirchberg.job.Settings;
import kirchberg.job.ThisProcess;
import kirchberg.report.Reporting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: the whole way of a job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Reads the sources of a job, judges its claims and publishes a release.")
final class RunCommand implements Callable<Integer> {
    private static final List<Verdict> TELLING =
            List.of(Verdict.FAILS, Verdict.UNDECIDED, Verdict.HOLDS, Verdict.OUT_OF_REACH);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yaml", description = "The job file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path job;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day on which targets are judged. Default: when the latest source was fetched.")
    private @Nullable LocalDate asOf;

    @Option(names = "--dry-run", description = "Do everything but publish.")
    private boolean dryRun;

    @Option(names = "--exit-zero", description = "Exit 0 even if a claim fails.")
    private boolean exitZero;

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var settings = new Settings(
                asOf,
                dryRun,
                sparkOptions.spark(),
                Clock.systemUTC(),
                ThisProcess.terms(step -> {}, warning -> err.println("warning: " + warning)),
                Logs::named,
                line -> progress(err, line));
        Intake.ofDropped(job, dryRun, added -> AddSourceCommand.tell(err, added));
        var outcome = Run.run(Configuration.validJob(job), settings);
        var out = spec.commandLine().getOut();
        out.println(output.render(outcome.findings()));
        if (!output.isJson()) {
            tell(out, outcome);
        }
        Main.warnIfSynthetic(outcome.synthetic(), err);
        return outcome.anyFails() && !exitZero && outcome.state() != Outcome.State.HELD ? 1 : 0;
    }

    private static void tell(PrintWriter out, Outcome outcome) {
        outcome.accounting().forEach(a -> tell(out, a));
        switch (outcome.state()) {
            case PUBLISHED -> out.println("Published " + outcome.release());
            case UNCHANGED -> out.println("Unchanged since " + outcome.release());
            case HELD -> out.println("Held at " + outcome.release() + "\n  note: " + Reporting.visible(outcome.why()));
            case SHELVED ->
                out.println("Kept      " + outcome.release() + "\n  note: readers still see the later day. "
                        + "kirchberg rollback " + outcome.root() + " RUN adopts it.");
            case DRY_RUN -> out.println("Dry run: nothing was published.");
        }
        if (outcome.state() != Outcome.State.DRY_RUN) {
            out.println("Report    " + outcome.release() + "/report/index.html");
            out.println("Next      kirchberg explain " + outcome.root() + " " + mostTelling(outcome));
        }
    }

    /** A claim that is worth a closer look: one that fails, else one that is open, else any. */
    private static String mostTelling(Outcome outcome) {
        return outcome.findings().stream()
                .min(Comparator.comparing(f -> TELLING.indexOf(f.verdict())))
                .map(f -> f.claim().id())
                .orElse("CLAIM_ID");
    }

    private static void tell(PrintWriter out, Accounting accounting) {
        var control = accounting.control();
        var superseded = accounting.shared().supersededRows();
        out.printf(
                "%s: %d records = %d published + %d rejected + %s%d control rows; EUR %s published%n",
                control.sourceId(),
                control.records(),
                accounting.publishedRows(),
                accounting.faultyRows(),
                superseded == 0 ? "" : superseded + " superseded + ",
                control.controlRows(),
                accounting.publishedEur().toPlainString());
        control.remarks().forEach(r -> out.println("  note: " + Reporting.visible(r)));
        if (superseded > 0) {
            out.println("  note: superseded records, EUR "
                    + accounting.shared().supersededEur().toPlainString()
                    + " in all, are counted from another source of the job; they stand in csv/rejects.csv.");
        }
        if (accounting.faultyRows() > 0) {
            out.println("  note: the rejected records stand in csv/rejects.csv with their reasons; because of them the"
                    + " source does not count as complete.");
        }
    }

    private static void progress(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
