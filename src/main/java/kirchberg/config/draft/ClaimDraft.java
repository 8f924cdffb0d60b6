package kirchberg.config.draft;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Period;
import kirchberg.domain.edition.Disagreement;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.edition.Summary;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Mention;
import org.jspecify.annotations.Nullable;

/**
 * A claim file for review: every figure of a text as a claim that the reader of claim files takes as it is, with a note
 * wherever the text left something open; all other numbers as comments, with the reason why they are no claims.
 */
public final class ClaimDraft {
    private static final int TITLE = 200;

    private final EditionExtract extraction;
    private final List<String> lines = new ArrayList<>();

    private ClaimDraft(EditionExtract extraction) {
        this.extraction = extraction;
    }

    /**
     * The draft as text.
     *
     * @param disagreements what the text, or its versions, do not say alike
     */
    public static String of(EditionExtract extraction, List<Disagreement> disagreements) {
        var draft = new ClaimDraft(extraction);
        draft.top(disagreements);
        draft.publication();
        draft.claims();
        draft.others();
        return String.join("\n", draft.lines) + "\n";
    }

    /**
     * Writes a draft; a file that is there stays, since somebody may have reviewed it.
     *
     * @throws Stop with exit 2 if there is a file already; with exit 7 if it cannot be written
     */
    public static void write(Path file, String draft) {
        try {
            Files.writeString(file, draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot write the draft: there is a file already, got " + file,
                    "Name a new file with --out, or take the old one away; nothing was changed.");
        } catch (IOException e) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot write the draft: got " + e.getClass().getSimpleName() + " for " + file,
                    "Name a file in a folder that exists and can be written to.");
        }
    }

    private void top(List<Disagreement> disagreements) {
        comment("A draft of claims, found by kirchberg extract. Review every entry against its quote.");
        comment("What the text leaves open is marked \"to decide\"; until then the value beside it is a stand-in.");
        Summary.of(extraction).lines().forEach(this::comment);
        extraction.edition().remarks().forEach(this::comment);
        disagreements.forEach(this::disagreement);
    }

    private void disagreement(Disagreement found) {
        comment("finding " + found.kind() + ": " + found.why());
        for (var i = 0; i < found.mentions().size(); i++) {
            var sentence = found.mentions().get(i).passage().sentence();
            comment("  " + found.versions().get(i) + ", sentence " + sentence.number() + ": " + sentence.text());
        }
    }

    private void publication() {
        var edition = extraction.edition();
        lines.add("publication: " + edition.name());
        lines.add("title: " + YamlText.quoted(title()));
        lines.add(
                edition.date() == null
                        ? "# to decide: date (the text prints none), as in date: 2025-12-04"
                        : "date: " + edition.date());
        lines.add("language: " + edition.language().code());
        if (!edition.url().isEmpty()) {
            lines.add("url: " + YamlText.quoted(edition.url()));
        }
    }

    private String title() {
        var document = extraction.edition().document();
        var title = Stream.concat(
                        Stream.of(document.title()),
                        document.sentences().stream().map(s -> s.text()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(extraction.edition().name());
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE));
    }

    private void claims() {
        var ids = new ClaimId(extraction.edition().name());
        var entries = extraction.figures().stream()
                .map(mention -> new Entry(mention, standIn()).lines(ids))
                .toList();
        var isEmpty = entries.stream().flatMap(List::stream).allMatch(line -> line.startsWith("  #"));
        lines.add(isEmpty ? "claims: []" : "claims:");
        entries.forEach(entry -> {
            lines.addAll(entry);
            lines.add("");
        });
    }

    private @Nullable Period standIn() {
        return Optional.ofNullable(extraction.edition().date())
                .map(date -> Period.year(date.getYear()))
                .orElse(null);
    }

    private void others() {
        list(
                "Ambiguous: nothing is made of these until somebody decides.",
                extraction.mentions(Checkability.AMBIGUOUS));
        list("Numbers that claim nothing:", extraction.mentions(Checkability.NOT_A_FIGURE));
    }

    private void list(String heading, List<Mention> mentions) {
        if (!mentions.isEmpty()) {
            comment(heading);
            mentions.forEach(mention -> comment("  sentence "
                    + mention.passage().sentence().number() + ", \""
                    + mention.passage().words() + "\": " + mention.reading().kind() + ", " + mention.reason()));
        }
    }

    private void comment(String text) {
        var indent = text.startsWith("  ") ? "   " : " ";
        lines.add("#" + indent + YamlText.comment(text));
    }
}
