package kirchberg;

import java.util.concurrent.Callable;
import kirchberg.domain.release.Address;
import kirchberg.publish.Publishing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code status}: what stands at a root. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says which release stands at a root, how it came about, and whether the last run failed.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "ROOT", description = "The root of the releases.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String root;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var status = Publishing.status(Address.of(root));
        spec.commandLine().getOut().println(output.isJson() ? status.json() : status.text());
        return 0;
    }
}
