package kirchberg;

import java.util.Map;
import java.util.concurrent.Callable;
import kirchberg.job.ThisProcess;
import kirchberg.publish.Publishing;
import kirchberg.report.Reporting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unlock}: a root whose holder is dead is free again. */
@Command(
        name = "unlock",
        mixinStandardHelpOptions = true,
        description =
                "Frees a root whose holder no longer beats; watches it for a minute first, and refuses (6) if it does."
                        + " Never needed: the next run takes such a lease over by itself.")
final class UnlockCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RootOptions root = new RootOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var freed = Publishing.unlock(root.address(), ThisProcess.terms());
        spec.commandLine()
                .getOut()
                .println(
                        output.isJson()
                                ? Reporting.json(Map.of("freed", freed.isPresent(), "owner", freed.orElse("")))
                                : Reporting.visible(freed.map(owner -> "Freed " + root.address() + " from " + owner)
                                        .orElse("Nothing to do: nobody holds " + root.address())));
        return 0;
    }
}
