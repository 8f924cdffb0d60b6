package kirchberg;

import java.util.concurrent.Callable;
import kirchberg.job.inquiry.Recheck;
import kirchberg.report.Reporting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: one claim, step by step. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says of one claim how it is read, what the data allow, what is unknown and what would settle it.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ROOT", description = "The root of the releases.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String root;

    @Parameters(index = "1", paramLabel = "CLAIM_ID", description = "The claim, as the verdict table names it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String claimId;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Reporting.explain(Recheck.explanation(root, claimId)));
        Main.warnIfSynthetic(Recheck.isSynthetic(root), spec.commandLine().getErr());
        return 0;
    }
}
