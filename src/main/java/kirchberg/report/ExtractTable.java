package kirchberg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.edition.Disagreement;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Mention;
import org.jspecify.annotations.Nullable;

/** The numbers of a text as plain text, 80 columns wide. */
final class ExtractTable {
    private static final int WIDTH = 80;

    /** Number of the sentence, the number, how it is read, what it speaks of, what can be done. */
    private static final List<Integer> WIDTHS = List.of(3, 20, 18, 19, 12);

    private static final Map<Checkability, String> STATES = Map.of(
            Checkability.CHECKABLE, "checkable",
            Checkability.OUT_OF_REACH, "out of reach",
            Checkability.NOT_A_FIGURE, "no figure",
            Checkability.AMBIGUOUS, "ambiguous");

    private ExtractTable() {}

    static String of(EditionExtract extraction, List<Disagreement> disagreements) {
        var lines = new ArrayList<String>();
        lines.addAll(row(List.of("S.", "NUMBER", "READ AS", "SPEAKS OF", "STATE")));
        lines.add("-".repeat(WIDTH));
        extraction.extract().mentions().forEach(mention -> lines.addAll(row(cells(mention))));
        lines.add("-".repeat(WIDTH));
        disagreements.forEach(found -> lines.addAll(lines(found)));
        return lines.stream()
                .map(line -> line.replace('\u00A0', ' ').replace('\u202F', ' '))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(Mention mention) {
        var figure = mention.reading().figure();
        var hedge = mention.reading().hedge();
        var isFigure =
                mention.checkability() == Checkability.CHECKABLE || mention.checkability() == Checkability.OUT_OF_REACH;
        var kind = mention.reading().kind().name().toLowerCase(Locale.ROOT);
        return List.of(
                String.valueOf(mention.passage().sentence().number()),
                mention.passage().words(),
                figure == null ? kind : (hedge == Hedge.NONE ? "" : hedge + " ") + figure.printed(),
                isFigure ? subject(mention) : mention.reason(),
                STATES.getOrDefault(mention.checkability(), ""));
    }

    private static String subject(Mention mention) {
        var subject = mention.subject();
        var label = subject.of();
        var place = subject.place();
        var period = subject.period();
        var known = words(
                subject.institution(),
                label == null ? null : label.key(),
                subject.measure() == null ? null : subject.measure().name().toLowerCase(Locale.ROOT),
                subject.counts().isEmpty() ? null : subject.counts(),
                place == null ? null : place.text(),
                period == null ? null : period.text());
        var isOpen = mention.checkability() == Checkability.CHECKABLE;
        var open = subject.undetermined().stream()
                .filter(aspect -> isOpen)
                .map(aspect -> aspect.name().toLowerCase(Locale.ROOT) + "?")
                .collect(Collectors.joining(" "));
        return (known + " " + open).strip();
    }

    private static String words(@Nullable Object... words) {
        return Stream.of(words).filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static List<String> lines(Disagreement found) {
        var lines = new ArrayList<>(TerminalTable.wrap(found.kind() + ": " + found.why(), WIDTH));
        for (var i = 0; i < found.mentions().size(); i++) {
            var sentence = found.mentions().get(i).passage().sentence();
            var place = found.versions().get(i) + ", sentence " + sentence.number() + ": ";
            TerminalTable.wrap(place + sentence.text(), WIDTH - 4).forEach(line -> lines.add("    " + line));
        }
        lines.add("");
        return lines;
    }

    private static List<String> row(List<String> cells) {
        var columns = IntStream.range(0, cells.size())
                .mapToObj(i -> TerminalTable.wrap(cells.get(i), WIDTHS.get(i)))
                .toList();
        var height = columns.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> across(columns, line))
                .toList();
    }

    private static String across(List<List<String>> columns, int line) {
        return IntStream.range(0, columns.size())
                .mapToObj(i ->
                        padded(line < columns.get(i).size() ? columns.get(i).get(line) : "", WIDTHS.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }
}
