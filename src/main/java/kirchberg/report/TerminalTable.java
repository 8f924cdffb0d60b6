package kirchberg.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;

/** The verdict table for a terminal: plain text that reads without colour and keeps to a width. */
final class TerminalTable {
    private static final int LEAST_WIDTH = 60;
    private static final int WIDE = 120;
    private static final int MARGIN = 14;
    private static final String PLAIN = "\u001B[0m";
    private static final Map<Verdict, String> COLOURS = Map.of(
            Verdict.HOLDS, "\u001B[32m",
            Verdict.FAILS, "\u001B[31m",
            Verdict.UNDECIDED, "\u001B[33m",
            Verdict.OUT_OF_REACH, "\u001B[90m");

    private final List<Integer> widths;
    private final int width;
    private final boolean colour;

    private TerminalTable(int width, boolean colour) {
        this.width = Math.max(LEAST_WIDTH, width);
        this.colour = colour;
        this.widths = this.width >= WIDE ? wide(this.width) : narrow(this.width);
    }

    static String of(List<Finding> findings, int width, boolean colour) {
        var table = new TerminalTable(width, colour);
        var lines = new ArrayList<String>();
        lines.addAll(table.row(table.head()));
        lines.add("-".repeat(table.width));
        var shared = sharedSilence(findings);
        findings.stream().filter(f -> !shared.containsKey(silence(f))).forEach(f -> lines.addAll(table.lines(f)));
        shared.forEach((why, ids) -> lines.addAll(table.silent(why, ids)));
        lines.add("-".repeat(table.width));
        lines.addAll(wrap(Words.summary(findings) + ".", table.width));
        return lines.stream().map(TerminalTable::tidy).collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Claims of which the data do not speak at all, by the reason, where several share it: a catalogue spans more years
     * than most portfolios.
     */
    private static Map<String, List<String>> sharedSilence(List<Finding> findings) {
        var byReason = findings.stream()
                .filter(f -> !silence(f).isEmpty())
                .collect(Collectors.groupingBy(
                        TerminalTable::silence,
                        LinkedHashMap::new,
                        Collectors.mapping(f -> f.claim().id(), Collectors.toList())));
        byReason.values().removeIf(ids -> ids.size() == 1);
        return byReason;
    }

    private static String silence(Finding finding) {
        return finding.evidence() == null && finding.years().isEmpty() ? finding.why() : "";
    }

    private List<String> silent(String why, List<String> ids) {
        var word = Words.verdict(Verdict.OUT_OF_REACH).toUpperCase(Locale.ROOT);
        var text = why.replaceFirst("\\.\\z", ": ") + String.join(", ", ids) + ".";
        var lines = new ArrayList<>(wrap(text, width - MARGIN).stream()
                .map(l -> " ".repeat(MARGIN) + l)
                .toList());
        lines.set(0, painted(padded(word, MARGIN) + lines.get(0).strip(), word, Verdict.OUT_OF_REACH));
        return lines;
    }

    /** Verdict, claim, said, computed, why. */
    private static List<Integer> wide(int width) {
        return List.of(12, 30, 22, 26, width - 98);
    }

    /** Verdict, claim, said, computed; the why goes below. */
    private static List<Integer> narrow(int width) {
        var claim = Math.max((width - 18) * 2 / 5, Math.min(27, width / 3));
        var said = (width - 18) * 3 / 11;
        return List.of(12, claim, said, width - 18 - claim - said);
    }

    private List<String> head() {
        return List.of("VERDICT", "CLAIM", "SAID", "COMPUTED", "WHY").subList(0, widths.size());
    }

    private boolean isWide() {
        return widths.size() == 5;
    }

    private List<String> lines(Finding finding) {
        var text = ClaimText.of(finding);
        var note = text.note().isEmpty() ? "" : capital(text.note()) + ". ";
        var why = Numbers.glued(note + finding.why() + near(finding));
        var word = Words.verdict(finding.verdict()).toUpperCase(Locale.ROOT);
        var cells = new ArrayList<>(List.of(word, text.id(), text.figure(), text.computed()));
        if (isWide()) {
            cells.add(why);
        }
        var lines = new ArrayList<>(row(cells));
        if (!isWide()) {
            wrap(why, width - MARGIN).forEach(l -> lines.add(" ".repeat(MARGIN) + l));
        }
        lines.set(0, painted(lines.get(0), word, finding.verdict()));
        return lines;
    }

    /** Of a figure that fails, the near reading that holds: the likeliest slip of a text. */
    private static String near(Finding finding) {
        var holds = finding.outlook()
                .best()
                .filter(n -> n.verdict() == Verdict.HOLDS && finding.verdict() == Verdict.FAILS)
                .isPresent();
        return holds ? " It " + finding.beside() + "." : "";
    }

    private String painted(String line, String word, Verdict verdict) {
        return colour ? COLOURS.get(verdict) + word + PLAIN + line.substring(word.length()) : line;
    }

    private List<String> row(List<String> cells) {
        var columns = IntStream.range(0, cells.size())
                .mapToObj(i -> wrap(cells.get(i), widths.get(i)))
                .toList();
        var height = columns.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(line -> across(columns, line))
                .toList();
    }

    private String across(List<List<String>> columns, int line) {
        return IntStream.range(0, columns.size())
                .mapToObj(i ->
                        padded(line < columns.get(i).size() ? columns.get(i).get(line) : "", widths.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    /** Lines of at most so many characters, and at least one; a longer word is cut. Hard spaces do not break. */
    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word :
                Reporting.visible(text.replaceAll("\\p{Cntrl}+", " ")).strip().split(" +", -1)) {
            for (var piece : pieces(word, width)) {
                if (!line.isEmpty() && length(line.toString()) + 1 + length(piece) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is too long breaks after a hyphen, as ids have them, else anywhere. */
    private static List<String> pieces(String word, int width) {
        var most = Math.max(1, width);
        var pieces = new ArrayList<String>();
        var rest = word;
        while (length(rest) > most) {
            var end = rest.offsetByCodePoints(0, most);
            var hyphen = rest.lastIndexOf('-', end - 1);
            var cut = hyphen > 0 ? hyphen + 1 : end;
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        pieces.add(rest);
        return pieces;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String tidy(String line) {
        return line.replace('\u00A0', ' ');
    }
}
