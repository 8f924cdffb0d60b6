package kirchberg;

import java.util.List;
import java.util.concurrent.Callable;
import kirchberg.domain.difference.Difference;
import kirchberg.job.inquiry.Differences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed between two portfolios. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "kirchberg diff [OPTIONS] ROOT RUN RUN    two releases of a root",
            "       kirchberg diff [OPTIONS] ROOT            its last two releases",
            "       kirchberg diff [OPTIONS] OLD NEW         two source folders, or roots"
        },
        description =
                "Says what appeared, vanished, changed amount, year, date, country or label between two portfolios, in"
                        + " rows and in EUR, by cause, adding up to the difference of their totals. Exits 0 whether or not"
                        + " anything differs.")
final class DiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PORTFOLIO",
            arity = "1..3",
            description = "As above. A root given as OLD or NEW stands for its standing release.")
    private List<String> portfolios = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Changes shown, heaviest first. Default: 20.")
    private int limit;

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new ParameterException(
                    spec.commandLine(), "Cannot show changes: got --limit " + limit + ", expected 0 or more");
        }
        var difference = difference();
        spec.commandLine().getOut().println(output.render(difference, limit));
        if (difference.before().isSynthetic() || difference.after().isSynthetic()) {
            spec.commandLine()
                    .getErr()
                    .println("SYNTHETIC: a portfolio was made up. Its changes say nothing about the EIB.");
        }
        return 0;
    }

    private Difference difference() {
        var spark = sparkOptions.spark();
        return switch (portfolios.size()) {
            case 1 -> Differences.sinceTheReleaseBefore(portfolios.get(0), spark);
            case 2 -> Differences.between(portfolios.get(0), portfolios.get(1), spark);
            case 3 -> Differences.betweenReleases(portfolios.get(0), portfolios.subList(1, 3), spark);
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "Cannot compare " + portfolios.size() + " portfolios, expected 1 to 3 names");
        };
    }
}
