package kirchberg.document;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kirchberg.document.pdf.PdfPages;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.edition.Edition;
import kirchberg.domain.edition.LanguageVote;
import kirchberg.domain.edition.PublicationDate;
import kirchberg.domain.edition.Sentences;
import kirchberg.domain.edition.TextRules;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Language;
import org.jspecify.annotations.Nullable;

/** The door of this room: a press release in plain text, HTML or PDF becomes sentences. */
public final class DocumentReading {
    private static final int NAME_LIMIT = 80;

    /** Characters of the text; a report of 250 pages has about 750,000. */
    private static final int LETTERS = 3_000_000;

    private static final int TITLE_WORDS = 5;
    private static final int TITLE_LIMIT = 300;
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private final TextRules rules;

    /**
     * Reads with lists of words.
     *
     * @param words the folder that holds {@code abbreviations.csv} and {@code common_words.csv}; null for those that
     *     the project brings along
     * @throws Stop with exit 2 if a list is missing or cannot be read
     */
    public DocumentReading(@Nullable Path words) {
        this.rules = WordFile.rules(words);
    }

    /**
     * Reads a document. Its format is told by its content. Its language is the one that is told, else the one that the
     * file declares, else the one whose common words it holds.
     *
     * @throws Stop with exit 3 if the file is missing, broken, unsafe, too large or of another format; with exit 2 if
     *     its language cannot be told
     */
    public Edition read(Path file, @Nullable Language told) {
        var draft = draft(file);
        if (draft.paragraphs().isEmpty()) {
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read the document: it has no text\nin " + file,
                    "Take another format of the release.");
        }
        limit(draft, file);
        var vote = LanguageVote.of(draft.paragraphs(), rules);
        var language = told != null ? told : language(draft, vote, file);
        var sentences = new Sentences(rules, language).of(draft.paragraphs());
        var date = day(draft.day()).or(() -> new PublicationDate(language).in(sentences));
        return new Edition(
                name(file),
                new Document(Language.of(draft.languageTag()).orElse(null), title(draft), sentences),
                language,
                date.orElse(null),
                draft.url().matches("https?://\\S+") ? draft.url() : "",
                remarks(language, vote));
    }

    private static void limit(Draft draft, Path file) {
        var letters = draft.paragraphs().stream().mapToLong(String::length).sum();
        if (letters > LETTERS) {
            throw Stop.refused(
                    Refusal.LIMIT,
                    "Cannot read the document: its text is too long, got " + letters + " characters, expected at most "
                            + LETTERS + "\nin " + file,
                    "Save the part that has the figures as a document of its own.");
        }
    }

    private static Draft draft(Path file) {
        var bytes = FileBytes.of(file);
        return switch (Kind.of(bytes, file)) {
            case PDF -> Draft.of(Paragraphs.of(PdfPages.lines(bytes, file).stream()));
            case HTML -> WebPage.of(new Encoded(bytes, file).page(), file);
            case PLAIN_TEXT ->
                Draft.of(Paragraphs.of(new Encoded(bytes, file).plain().lines()));
        };
    }

    private static String title(Draft draft) {
        return Stream.concat(
                        Stream.of(draft.title()).filter(title -> !title.isEmpty()),
                        draft.paragraphs().stream().filter(DocumentReading::isHeading))
                .findFirst()
                .orElse("");
    }

    /** Five words of two letters or more, and no end of a sentence. */
    private static boolean isHeading(String paragraph) {
        return paragraph.length() <= TITLE_LIMIT
                && ".!?:;,".indexOf(paragraph.charAt(paragraph.length() - 1)) < 0
                && WORD.matcher(paragraph).results().count() >= TITLE_WORDS;
    }

    private static Language language(Draft draft, LanguageVote vote, Path file) {
        var tag = draft.languageTag();
        var declared = Language.of(tag);
        if (!tag.isEmpty() && declared.isEmpty()) {
            throw unknown("it declares the language " + tag, file);
        }
        return declared.or(vote::winner)
                .orElseThrow(
                        () -> unknown("it declares none, and its common words tell none: got " + vote.text(), file));
    }

    private static Stop unknown(String why, Path file) {
        return new Stop(
                Exit.USAGE,
                "Cannot tell the language: " + why + ", expected fr, en or de\nin " + file,
                "Name it with --language fr, en or de.");
    }

    private static List<String> remarks(Language language, LanguageVote vote) {
        return vote
                .winner()
                .filter(winner -> winner != language)
                .map(winner -> "Read as " + language.code() + ", but its common words are those of " + winner.code()
                        + " (" + vote.text() + ").")
                .stream()
                .toList();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Stream.of(text)
                    .filter(t -> t.length() == 10)
                    .map(LocalDate::parse)
                    .findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The name of a file without its ending, in the letters that ids may have. */
    private static String name(Path file) {
        var name = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z0-9]{1,5}\\z", "");
        var clean = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("\\A[^A-Za-z0-9]+", "");
        return clean.isEmpty() ? "document" : clean.substring(0, Math.min(NAME_LIMIT, clean.length()));
    }
}
