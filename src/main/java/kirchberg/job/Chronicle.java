package kirchberg.job;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.Audit;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.Column;
import kirchberg.domain.release.RunReport.End;
import kirchberg.domain.release.RunReport.Input;
import kirchberg.domain.release.RunReport.Output;
import kirchberg.domain.release.RunReport.Start;
import kirchberg.domain.release.RunReport.State;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.source.Accounting;
import kirchberg.domain.source.Job;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.publish.release.Root;
import kirchberg.table.Financings;
import kirchberg.table.ReleaseTables;
import kirchberg.table.Table;
import kirchberg.tell.Telling;
import org.jspecify.annotations.Nullable;

/** What a run will have to tell of itself, put down as it goes; told at its beginning and once at its end. */
final class Chronicle {
    private final Job job;
    private final Settings settings;
    private final Instant begun;
    private Start start;
    private volatile Step reached = Step.LEASE;
    private @Nullable StandingRelease standing;
    private @Nullable Audit audit;
    private Map<String, BigDecimal> seconds = Map.of();
    private SortedMap<String, Verdict> before = new TreeMap<>();

    Chronicle(Job job, Settings settings) {
        this.job = job;
        this.settings = settings;
        this.begun = settings.clock().instant();
        this.start = named("unnamed-" + settings.terms().chance().get());
    }

    private Start named(String run) {
        return new Start(run, String.valueOf(job.file().getFileName()), job.output(), begun);
    }

    void reached(Step step) {
        reached = step;
    }

    /** What stood when the run began. */
    void knows(StandingRelease before) {
        standing = before;
        this.before = isTold() ? before.verdicts() : new TreeMap<>();
    }

    void proven(Audit found) {
        audit = found;
    }

    void timed(Map<String, BigDecimal> took) {
        seconds = took;
    }

    private boolean isTold() {
        return !settings.dryRun() && !job.tell().equals(TellPlan.NOBODY);
    }

    /** Runs what may fail before the run has a name. */
    <T> T failing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Stop stop) {
            begin();
            failed(stop);
            throw stop;
        }
    }

    /** Tells the run of a root, whatever becomes of it. */
    Outcome of(Root root, Supplier<Outcome> run) {
        start = named(root.runId());
        settings.named().accept(root.runId());
        begin();
        try {
            var outcome = run.get();
            root.afterwards(Step.TELL, () -> {
                noteSuccess(root, outcome);
                ended(outcome);
            });
            return outcome;
        } catch (Stop stop) {
            root.afterwards(Step.TELL, () -> failed(stop));
            throw stop;
        } catch (RuntimeException | Error e) {
            var stop =
                    new Stop(Exit.INTERNAL, "Cannot finish: " + e, "Run again with -v and report what it prints.", e);
            root.afterwards(Step.TELL, () -> failed(stop));
            throw e;
        }
    }

    private void noteSuccess(Root root, Outcome outcome) {
        if (outcome.state() == Outcome.State.PUBLISHED || outcome.state() == Outcome.State.UNCHANGED) {
            root.succeeded(outcome.state().name(), settings.clock().instant());
        }
    }

    private void begin() {
        if (isTold()) {
            Telling.started(job.tell(), start, settings.terms().warn());
        }
    }

    private void failed(Stop stop) {
        tell(State.FAILED, stop.exit().code(), String.valueOf(stop.getMessage()), before);
    }

    private void ended(Outcome outcome) {
        var state = switch (outcome.state()) {
            case PUBLISHED, SHELVED -> State.PUBLISHED;
            case UNCHANGED -> State.UNCHANGED;
            case HELD -> State.HELD;
            case DRY_RUN -> State.DRY_RUN;
        };
        tell(state, outcome.anyFails() ? 1 : 0, outcome.why(), verdicts(outcome.findings()));
    }

    static SortedMap<String, Verdict> verdicts(List<Finding> findings) {
        var verdicts = new TreeMap<String, Verdict>();
        findings.forEach(f -> verdicts.put(f.claim().id(), f.verdict()));
        return verdicts;
    }

    private void tell(State state, int code, String message, SortedMap<String, Verdict> verdicts) {
        if (!isTold()) {
            return;
        }
        var inputs = Optional.ofNullable(standing).map(StandingRelease::inputs);
        var proven = Optional.ofNullable(audit);
        Telling.ended(
                job.tell(),
                new RunReport(
                        start,
                        new End(state, code, reached, message, settings.clock().instant()),
                        inputs.map(Inputs::asOf),
                        proven.map(this::inputs).orElse(List.of()),
                        state == State.PUBLISHED
                                ? proven.map(Chronicle::outputs).orElse(List.of())
                                : List.of(),
                        verdicts,
                        before,
                        seconds,
                        inputs.map(Inputs::isSynthetic).orElse(false)),
                settings.terms().warn());
    }

    private List<Input> inputs(Audit proven) {
        return proven.accounting().stream().map(this::input).toList();
    }

    private Input input(Accounting accounting) {
        var id = accounting.control().sourceId();
        var source = Objects.requireNonNull(standing).inputs().sources().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Input(
                name(source),
                source.published(),
                accounting.control().records(),
                accounting.faultyRows(),
                source.files().stream().mapToLong(SourceFile::bytes).sum(),
                columns(Financings.RAW));
    }

    private static String name(Source source) {
        return source.publisher() + "/" + source.dataset();
    }

    private static List<Output> outputs(Audit proven) {
        return ReleaseTables.ALL.stream()
                .filter(t -> proven.tables().containsKey(t.name()))
                .map(t -> {
                    var digest = Objects.requireNonNull(proven.tables().get(t.name()));
                    return new Output(t.name(), digest.rows(), digest.contentDigest(), columns(t));
                })
                .toList();
    }

    private static List<Column> columns(Table table) {
        return table.fields().stream()
                .map(f -> new Column(f.name(), f.type().sql()))
                .toList();
    }
}
