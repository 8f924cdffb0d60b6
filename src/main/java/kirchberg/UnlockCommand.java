package kirchberg;

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

    @Parameters(index = "0", paramLabel = "ROOT", description = "The root of the releases.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String root;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var freed = Publishing.unlock(store.address(root), ThisProcess.terms());
        spec.commandLine()
                .getOut()
                .println(
                        output.isJson()
                                ? Reporting.json(Map.of("freed", freed.isPresent(), "owner", freed.orElse("")))
                                : Reporting.visible(freed.map(owner -> "Freed " + root + " from " + owner)
                                        .orElse("Nothing to do: nobody holds " + root)));
        return 0;
    }
}
