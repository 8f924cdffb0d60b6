package kirchberg;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kirchberg.config.Configuration;
import kirchberg.domain.finding.Verdict;
import kirchberg.job.inquiry.Recheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: judges claims on a published release, without reading sources again. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judges claims on a published release, without reading its sources again.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "ROOT", description = "The root of the releases.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String root;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Claim files or folders. Default: the release's own claims.")
    private List<Path> claims = List.of();

    @Option(names = "--exit-zero", description = "Exit 0 even if a claim fails.")
    private boolean exitZero;

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var others = claims.isEmpty() ? null : Configuration.claims(claims);
        var findings = Recheck.findings(root, others, sparkOptions.spark());
        spec.commandLine().getOut().println(output.render(findings));
        Main.warnIfSynthetic(
                Recheck.isSynthetic(sparkOptions.address(root)),
                spec.commandLine().getErr());
        return findings.stream().anyMatch(f -> f.verdict() == Verdict.FAILS) && !exitZero ? 1 : 0;
    }
}
