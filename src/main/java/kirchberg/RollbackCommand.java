package kirchberg;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import kirchberg.job.ThisProcess;
import kirchberg.publish.Publishing;
import kirchberg.report.Reporting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollback}: readers see another release. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description =
                "Points readers to an earlier release, or to one that a back-fill kept, after a look at every byte of"
                        + " it. Writes no release and deletes none; the next run goes on from there.")
final class RollbackCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RootOptions root = new RootOptions();

    @Parameters(index = "1", paramLabel = "RUN", description = "Id of the run whose release readers shall see.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String run;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var terms = ThisProcess.terms(step -> {}, warning -> err.println("warning: " + warning));
        var moved = Publishing.rollBack(
                root.address(), run, terms, Clock.systemUTC().instant());
        spec.commandLine()
                .getOut()
                .println(
                        output.isJson()
                                ? Reporting.json(Map.of("run", run, "state", moved ? "PUBLISHED" : "UNCHANGED"))
                                : (moved ? "Readers now see " : "Unchanged: readers already see ") + run);
        return 0;
    }
}
