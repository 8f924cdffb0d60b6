package kirchberg;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kirchberg.config.WordLists;
import kirchberg.config.draft.ClaimDraft;
import kirchberg.document.DocumentReading;
import kirchberg.domain.edition.Disagreement;
import kirchberg.domain.edition.EditionComparison;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.edition.FloorAndCeiling;
import kirchberg.domain.edition.Summary;
import kirchberg.domain.text.Language;
import kirchberg.domain.words.Words;
import kirchberg.extract.Extraction;
import kirchberg.report.Reporting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code extract}: drafts claims from the figures of a press release. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Finds the figures of a press release (plain text, HTML or PDF) and drafts claims for review."
                + " Says of every number whether it can be checked, and where the text contradicts itself or another"
                + " language version.")
final class ExtractCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The press release. Its format is told by its content.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--language",
            paramLabel = "fr|en|de",
            description = "Language of FILE. Default: as it declares, else counted from its common words.",
            converter = LanguageTag.class)
    private @Nullable Language language;

    @Option(
            names = "--beside",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Other language versions of the same release, to be laid beside it.")
    private List<Path> beside = List.of();

    @Option(names = "--out", paramLabel = "FILE.yaml", description = "Writes the draft there; never over a file.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            description = "yaml (the draft; default without --out), table (default with it) or json.")
    private @Nullable Format format;

    @Option(
            names = "--words",
            paramLabel = "DIR",
            description = "Word lists to use. Default: the project's own, as data/words has them.")
    private @Nullable Path words;

    /** For claims, for people, or for machines. */
    enum Format {
        YAML,
        TABLE,
        JSON
    }

    @Override
    public Integer call() {
        var lists = words == null ? WordLists.builtIn() : WordLists.of(words);
        var reading = new DocumentReading(words);
        var main = extract(reading, lists, file, language);
        var disagreements = new ArrayList<>(FloorAndCeiling.in(main));
        for (var other : beside) {
            var version = extract(reading, lists, other, null);
            disagreements.addAll(FloorAndCeiling.in(version));
            disagreements.addAll(EditionComparison.of(main, version).disagreements());
        }
        tell(main, disagreements);
        return 0;
    }

    private static EditionExtract extract(DocumentReading reading, Words lists, Path file, @Nullable Language told) {
        var edition = reading.read(file, told);
        EditionExtract.requireReadable(edition);
        return new EditionExtract(edition, Extraction.of(edition.document(), edition.language(), lists));
    }

    private void tell(EditionExtract main, List<Disagreement> disagreements) {
        var draft = ClaimDraft.of(main, disagreements);
        if (out != null) {
            ClaimDraft.write(out, draft);
        }
        var text = switch (shown()) {
            case YAML -> draft.stripTrailing();
            case TABLE -> Reporting.terminal(main, disagreements);
            case JSON -> Reporting.json(main, disagreements);
        };
        spec.commandLine().getOut().println(Reporting.visible(text));
        report(main, disagreements.size(), spec.commandLine().getErr());
    }

    private Format shown() {
        if (format != null) {
            return format;
        }
        return out == null ? Format.YAML : Format.TABLE;
    }

    private void report(EditionExtract main, int disagreements, PrintWriter err) {
        var findings = disagreements == 0
                ? Stream.<String>empty()
                : Stream.of(
                        disagreements + (disagreements == 1 ? " finding" : " findings") + " about the text itself.");
        var draft = out == null
                ? Stream.<String>empty()
                : Stream.of("Draft: " + out + ". Review it, then name it under claims: in a job file.");
        Stream.of(main.edition().remarks().stream(), Summary.of(main).lines().stream(), findings, draft)
                .flatMap(lines -> lines)
                .forEach(line -> err.println(Reporting.visible(line)));
    }
}
