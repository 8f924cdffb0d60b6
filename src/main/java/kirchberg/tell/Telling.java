package kirchberg.tell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kirchberg.domain.release.Redaction;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.State;
import kirchberg.domain.release.TellPlan;
import kirchberg.tell.Notice.Told;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run's beginning and end to whoever its job names. It never throws, never takes longer than agreed (5 s at the
 * beginning, 20 s at the end, all sinks together), and nothing that it meets changes what the run has done: faults
 * become warnings, in which no secret stands.
 */
public final class Telling {
    private final TellPlan plan;
    private final Limits limits;
    private final Secrets secrets;
    private final Redaction redaction;
    private final Consumer<String> warn;

    private Telling(TellPlan plan, World world) {
        this.plan = plan;
        this.limits = world.limits();
        var reading = new Errands<Secrets>(world.warn());
        reading.add("read the secrets of telling", () -> Secrets.of(plan, world.environment()));
        this.secrets = Secrets.first(reading.done(limits.aside()));
        this.redaction = secrets.redaction();
        this.warn = text -> world.warn().accept(redaction.redacted(text));
    }

    /**
     * What telling needs of the world.
     *
     * @param environment the value of a variable; null if it is not set
     * @param warn told of faults, one line each
     */
    record World(Limits limits, Function<String, @Nullable String> environment, Consumer<String> warn) {}

    /**
     * Tells that a run began. A dry run is not to be told.
     *
     * @param warn told of faults, one line each
     */
    public static void started(TellPlan plan, RunReport.Start start, Consumer<String> warn) {
        started(plan, start, new World(Limits.START, System::getenv, warn));
    }

    static void started(TellPlan plan, RunReport.Start start, World world) {
        if (plan.lineage().isTold()) {
            new Telling(plan, world).started(start);
        }
    }

    /**
     * Tells how a run ended, after everything that the run itself does has been done. To be called once for each run
     * that was told to begin, whatever became of it; of a dry run nobody is told.
     *
     * @param warn told of faults, one line each
     */
    public static void ended(TellPlan plan, RunReport report, Consumer<String> warn) {
        ended(plan, report, new World(Limits.END, System::getenv, warn));
    }

    static void ended(TellPlan plan, RunReport report, World world) {
        if (report.end().state() != State.DRY_RUN && !plan.equals(TellPlan.NOBODY)) {
            new Telling(plan, world).ended(report);
        }
    }

    private void started(RunReport.Start start) {
        var errands = new Errands<Map<String, Told>>(warn);
        addLineage(errands, event -> event.start(start));
        errands.done(limits.whole());
    }

    private void ended(RunReport report) {
        var errands = new Errands<Map<String, Told>>(warn);
        plan.metrics()
                .ifPresent(file -> errands.add("write metrics", () -> {
                    Metrics.write(file, report, redaction);
                    return Map.of();
                }));
        addLineage(errands, event -> event.end(report));
        if (Notice.isWorthALook(report)) {
            addMessages(errands, report);
        }
        var told = new LinkedHashMap<String, Told>();
        errands.done(limits.whole()).forEach(told::putAll);
        remember(told);
    }

    private void addLineage(Errands<Map<String, Told>> errands, Function<RunEvent, String> text) {
        var lineage = plan.lineage();
        var event = new RunEvent(lineage.namespace(), redaction);
        lineage.file()
                .ifPresent(file -> errands.add("write lineage", () -> {
                    WholeFile.append(file, text.apply(event));
                    return Map.of();
                }));
        if (lineage.url().isPresent() || lineage.secretUrl().isPresent()) {
            errands.add("send lineage", () -> {
                new Post(limits).send(lineageAddress(), text.apply(event));
                return Map.of();
            });
        }
    }

    private String lineageAddress() throws IOException {
        var hidden = plan.lineage().secretUrl();
        return hidden.isPresent()
                ? secrets.value(hidden.get())
                : plan.lineage().url().orElseThrow();
    }

    private void addMessages(Errands<Map<String, Told>> errands, RunReport report) {
        var memory = new Memory(plan.memory());
        plan.webhook()
                .ifPresent(address -> errands.add("send a message to the webhook", () -> {
                    var notice = new Notice(report, memory.of("webhook"), redaction);
                    if (notice.isDue()) {
                        new Post(limits).send(secrets.value(address), notice.json());
                    }
                    return Map.of("webhook", notice.told());
                }));
        plan.mail()
                .ifPresent(mail -> errands.add("send a letter", () -> {
                    var notice = new Notice(report, memory.of("mail"), redaction);
                    if (notice.isDue()) {
                        new Letter(mail, password(mail), limits)
                                .send(notice, report.end().at());
                    }
                    return Map.of("mail", notice.told());
                }));
    }

    private Optional<String> password(TellPlan.Mail mail) throws IOException {
        var login = mail.login();
        return login.isPresent() ? Optional.of(secrets.value(login.get().password())) : Optional.empty();
    }

    /** Only what was delivered is remembered: the rest is told with the next run. */
    private void remember(Map<String, Told> told) {
        var memory = new Memory(plan.memory());
        if (!told.isEmpty() && memory.isKept()) {
            var errands = new Errands<Boolean>(warn);
            errands.add("remember what was told", () -> {
                memory.remember(told);
                return true;
            });
            errands.done(limits.aside());
        }
    }
}
