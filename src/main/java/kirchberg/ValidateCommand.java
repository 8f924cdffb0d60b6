package kirchberg;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kirchberg.config.Configuration;
import kirchberg.domain.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: all mistakes of a job, its sources and its claims at once. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Names all mistakes of a job, its sources and its claims at once, with file, line and column.")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yaml", description = "The job file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path job;

    @Override
    public Integer call() {
        var problems = Configuration.problems(job);
        if (!problems.isEmpty()) {
            throw Problem.stop(problems);
        }
        var read = Configuration.job(job);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is valid: %d sources, %d claims, output %s%n",
                        job,
                        read.sources().size(),
                        Configuration.claims(read.claims()).size(),
                        read.output());
        return 0;
    }
}
