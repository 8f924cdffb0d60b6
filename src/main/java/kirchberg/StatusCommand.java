package kirchberg;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.job.ThisProcess;
import kirchberg.publish.Publishing;
import kirchberg.report.Reporting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: what stands at a root. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Says which release stands at a root, who holds the root, when a run last succeeded, and whether one"
                        + " failed since. Exits 3 if readers see nothing yet.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RootOptions root = new RootOptions();

    @Option(
            names = "--max-age",
            paramLabel = "DURATION",
            description = "Exit 3 if the last success is older, such as PT26H. A night that found nothing new counts.")
    private @Nullable Duration maxAge;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var status = Publishing.status(root.address(), ThisProcess.terms());
        spec.commandLine().getOut().println(output.isJson() ? status.json() : Reporting.visible(status.text()));
        if (maxAge != null) {
            requireYounger(status, maxAge, Clock.systemUTC().instant());
        }
        return status.hasRelease() ? 0 : Exit.INPUT.code();
    }

    private void requireYounger(Publishing.Status status, Duration most, Instant now) {
        var last = status.lastSuccess();
        if (last.isEmpty() || last.get().plus(most).isBefore(now)) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot call " + root.address() + " fresh: the last success was "
                            + last.map(at -> at + ", "
                                            + Duration.between(at, now).toHours() + " h ago")
                                    .orElse("never")
                            + ", expected at most " + most + " ago",
                    "Look whether the schedule ran, and at what the last run said; readers still see the release above.");
        }
    }
}
