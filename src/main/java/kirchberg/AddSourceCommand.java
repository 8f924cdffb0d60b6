package kirchberg;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import kirchberg.domain.Stage;
import kirchberg.intake.Intake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code add-source}: describes files as they were downloaded. */
@Command(
        name = "add-source",
        mixinStandardHelpOptions = true,
        description = "Makes a source of a folder with downloaded files: recognises the format by content, reads it"
                + " through, and writes source.yaml.")
final class AddSourceCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The folder that holds the files, and nothing else.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--accessed",
            paramLabel = "DATE",
            description = "Day on which the files were fetched. Default: when the youngest was last written.")
    private @Nullable LocalDate accessed;

    @Option(
            names = "--complete",
            arity = "1",
            paramLabel = "true|false",
            description =
                    "Whether they hold everything that the publisher ever signed until then. Default: concluded from the files.")
    private @Nullable Boolean complete;

    @Option(names = "--synthetic", description = "The rows were made up.")
    private boolean synthetic;

    @Override
    public Integer call() {
        var added = Intake.of(folder, new Intake.Told(accessed, complete, synthetic));
        var out = spec.commandLine().getOut();
        tell(out, added);
        out.println("Next      name the folder under sources: in a job file");
        Main.warnIfSynthetic(synthetic, spec.commandLine().getErr());
        return 0;
    }

    /** What was recognised, for people. */
    static void tell(PrintWriter out, Intake.Added added) {
        var source = added.source();
        var covers = source.coverage();
        var totals = added.survey().totals();
        out.printf("Added %s%n", source.folder());
        source.files()
                .forEach(f -> out.printf(
                        "  %s, %d bytes, %s%n",
                        f.name(), f.bytes(), source.format().key()));
        out.printf(
                "  %d records, EUR %s%s%n",
                totals.records() - totals.controlRows(), totals.readableEur().toPlainString(), days(added));
        out.printf("  covers %s to %s, complete: %s%n", covers.from(), covers.to(), covers.complete());
        added.reasons().stream().skip(1).forEach(reason -> out.println("  " + reason));
    }

    /** The days of the rows themselves; some readers do not see them. */
    private static String days(Intake.Added added) {
        var survey = added.survey();
        if (survey.from() == null || survey.to() == null) {
            return "";
        }
        var verb = added.source().coverage().stage() == Stage.SIGNED ? "signed" : "dated";
        return ", " + verb + " from " + survey.from() + " to " + survey.to();
    }
}
