package kirchberg;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import kirchberg.fetch.Fetching;
import kirchberg.fetch.Fetching.Dataset;
import kirchberg.fetch.Fetching.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fetch}: the next vintage of a list, from its publisher. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description =
                "Gets the next vintage of a list from the EIB, page by page, into SOURCE_DIR/<today>. Run again after"
                        + " a break, it goes on where it stopped.")
final class FetchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE_DIR",
            description = "Folder of the vintages of one source, such as data/sources/eib-loans.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--dataset",
            paramLabel = "LIST",
            description = "loans or projects. Default: that of the newest vintage.")
    private @Nullable Dataset dataset;

    @Override
    public Integer call() {
        var newest = Fetching.newest(folder).map(Configuration::source).orElse(null);
        var request = new Fetching.Request(folder, dataset(newest), newest);
        tell(spec.commandLine().getOut(), fetch(request));
        return 0;
    }

    private Outcome fetch(Fetching.Request request) {
        try (var progress = FetchProgress.on(spec.commandLine().getErr(), Clock.systemUTC())) {
            return Fetching.fetch(
                    request,
                    new Fetching.World(
                            Clock.systemUTC(),
                            pause -> Thread.sleep(pause.toMillis()),
                            new SecureRandom(),
                            progress,
                            Main.Version.number()));
        }
    }

    private Dataset dataset(@Nullable Source newest) {
        var there = newest == null ? null : newest.format();
        var known = Arrays.stream(Dataset.values())
                .filter(list -> list.format() == there)
                .findFirst();
        if (there != null && (known.isEmpty() || (dataset != null && known.get() != dataset))) {
            throw otherList(there, known);
        }
        return Optional.ofNullable(dataset).or(() -> known).orElseThrow(() -> {
            return new Stop(
                    Exit.USAGE,
                    "Cannot fetch into " + folder + ": no vintage there says which list, expected --dataset",
                    "Add --dataset loans or --dataset projects.");
        });
    }

    private Stop otherList(SourceFormat there, Optional<Dataset> known) {
        return new Stop(
                Exit.USAGE,
                "Cannot fetch into " + folder + ": its newest vintage is another list, got format " + there.key()
                        + ", expected "
                        + (dataset == null
                                ? "eib-loans-json or eib-projects-json"
                                : dataset.format().key()),
                known.isPresent()
                        ? "Name another folder, or leave out --dataset."
                        : "Name another folder; a list without an address, such as the export, is put into its folder by hand.");
    }

    /** What came of it, in lines for people. */
    static void tell(PrintWriter out, Outcome outcome) {
        out.println((outcome.isNew() ? "Fetched   " : "Unchanged since ") + outcome.vintage());
        out.printf(Locale.ROOT, "Files     %,d pages, %,d bytes%n", outcome.files(), outcome.bytes());
        out.printf(Locale.ROOT, "Items     %,d; the publisher states %,d%n", outcome.items(), outcome.stated());
        out.println("Complete  " + (outcome.isComplete() ? "yes" : "no, and source.yaml says so"));
        outcome.remarks().forEach(remark -> out.println("  note: " + remark));
        if (outcome.isNew()) {
            out.println("Next      name the folder under sources: in a job file");
        }
    }
}
