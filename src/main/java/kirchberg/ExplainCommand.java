package kirchberg;

import java.util.concurrent.Callable;
import kirchberg.job.inquiry.Explanations;
import kirchberg.job.inquiry.Recheck;
import kirchberg.report.Reporting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: one claim, step by step. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says of one claim how it is read, what the data allow, what is unknown and what would settle it.")
final class ExplainCommand implements Callable<Integer> {
    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 160;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RootOptions root = new RootOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CLAIM_ID",
            description = "The claim, as the verdict table names it.")
    private @Nullable String claimId;

    @Option(names = "--list", description = "Name the claims instead, by publication.")
    private boolean list;

    @Option(names = "--format", defaultValue = "TEXT", description = "text (default) or json.")
    private Format format = Format.TEXT;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "80",
            description = "Columns, 60 to 160; 80 by default.")
    private int width;

    /** For people, or for machines. */
    enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() {
        if (width < LEAST_WIDTH || width > MOST_WIDTH) {
            throw refused("Cannot set the width: got " + width + ", expected " + LEAST_WIDTH + " to " + MOST_WIDTH);
        }
        spec.commandLine().getOut().println(list ? Reporting.claims(Recheck.published(root.address())) : explained());
        Main.warnIfSynthetic(
                Recheck.isSynthetic(root.address()), spec.commandLine().getErr());
        return 0;
    }

    private String explained() {
        if (claimId == null) {
            throw refused("Cannot explain: no claim is named, expected CLAIM_ID, or --list to see them");
        }
        var explanation = Explanations.of(root.address(), claimId);
        return format == Format.JSON ? Reporting.json(explanation) : Reporting.explain(explanation, width);
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
