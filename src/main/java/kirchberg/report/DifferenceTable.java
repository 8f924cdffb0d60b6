package kirchberg.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kirchberg.domain.difference.Attribute;
import kirchberg.domain.difference.Cause;
import kirchberg.domain.difference.Change;
import kirchberg.domain.difference.Compared;
import kirchberg.domain.difference.Content;
import kirchberg.domain.difference.Difference;
import kirchberg.domain.difference.Sum;

/** How two portfolios differ, for a terminal: by cause, by year, then the heaviest changes. */
final class DifferenceTable {
    private static final int LEAST_WIDTH = 60;
    private static final int MARGIN = 8;
    private static final int CAUSE = 9;
    private static final int LONGEST_VALUE = 60;

    private final Difference difference;
    private final int width;

    /** With cents where any total has some, so that the points stand below each other. */
    private final int digits;

    private final List<String> lines = new ArrayList<>();

    private DifferenceTable(Difference difference, int width) {
        this.difference = difference;
        this.width = Math.max(LEAST_WIDTH, width);
        this.digits = difference.causes().values().stream()
                        .allMatch(t ->
                                isWhole(t.before().eur()) && isWhole(t.after().eur()))
                ? 0
                : 2;
    }

    static String of(Difference difference, int width, int limit) {
        var table = new DifferenceTable(difference, width);
        var total = difference.total();
        table.side("BEFORE", difference.before(), total.before());
        table.side("AFTER", difference.after(), total.after());
        table.notCompared();
        table.causes();
        table.years();
        table.changes(limit);
        return table.lines.stream()
                .map(line -> line.replace('\u00A0', ' ').stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private void side(String word, Compared side, Sum sum) {
        indented(word, side.name() + (side.isSynthetic() ? ", SYNTHETIC: made up" : ""));
        indented("", rows(sum.rows()) + ", " + Numbers.exactEur(sum.eur()));
        if (side.rejectedRows() > 0) {
            indented(
                    "",
                    Numbers.count(side.rejectedRows()) + " rejected, not compared: "
                            + Numbers.exactEur(side.rejectedEur()) + " readable, "
                            + Numbers.count(side.rejectedUnreadable()) + " amounts unreadable");
        }
    }

    private void notCompared() {
        var attributes = Arrays.stream(Attribute.values())
                .filter(difference.notCompared()::contains)
                .map(Attribute::title)
                .collect(Collectors.joining(", "));
        if (!attributes.isEmpty()) {
            indented("", "Not compared, for only one of them states it: " + attributes);
        }
    }

    private void causes() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("CAUSE", "ROWS", "EUR BEFORE", "EUR AFTER", "DIFFERENCE"));
        for (var cause : Cause.values()) {
            var total = Objects.requireNonNull(difference.causes().get(cause));
            rows.add(amounts(word(cause), Numbers.count(total.rows()), total));
        }
        var total = difference.total();
        rows.add(amounts("total", "", total));
        grid(rows, rows.size() - 1);
    }

    private void years() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("YEAR", "ROWS", "EUR BEFORE", "EUR AFTER", "DIFFERENCE"));
        difference.years().stream()
                .filter(year -> year.total().isDifferent())
                .forEach(year -> rows.add(amounts(
                        String.valueOf(year.year()),
                        change(year.total().before(), year.total().after()),
                        year.total())));
        if (rows.size() > 1) {
            grid(rows, rows.size());
        }
    }

    private void changes(int limit) {
        var all = difference.changes();
        var shown = all.subList(0, Math.min(limit, all.size()));
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("CHANGES, heaviest first (" + Numbers.count(shown.size()) + " of " + Numbers.count(all.size()) + ")");
        lines.add("-".repeat(width));
        var number = shown.stream()
                .mapToInt(c -> signed(c.differenceEur()).length())
                .max()
                .orElse(0);
        shown.forEach(change -> change(change, number));
    }

    private void change(Change change, int number) {
        var left = padded(word(change.cause()), CAUSE) + "  " + rightOf(signed(change.differenceEur()), number) + "  ";
        var texts = TerminalTable.wrap(text(change), width - left.length());
        lines.add(left + texts.get(0));
        texts.stream().skip(1).forEach(line -> lines.add(" ".repeat(left.length()) + line));
    }

    private String text(Change change) {
        var before = change.before();
        var after = change.after();
        var known = before == null ? Objects.requireNonNull(after) : before;
        var changed = change.changed();
        var what = List.of(Attribute.NAME, Attribute.COUNTRY, Attribute.SIGNED_ON).stream()
                .filter(a -> !changed.contains(a))
                .map(a -> value(known, a))
                .collect(Collectors.joining(", "));
        if (before == null || after == null) {
            return what;
        }
        var became = changed.stream()
                .map(a -> a.title() + ": " + value(before, a) + " -> " + value(after, a))
                .collect(Collectors.joining("; "));
        var amount = changed.contains(Attribute.AMOUNT) ? "" : ", " + value(known, Attribute.AMOUNT);
        return what + amount + "; " + became;
    }

    private static String value(Content content, Attribute attribute) {
        if (attribute == Attribute.AMOUNT) {
            return Numbers.exactEur(content.amountEur());
        }
        if (attribute == Attribute.SIGNED_ON) {
            return Numbers.date(content.signedOn());
        }
        var text = content.printed(attribute).replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
        if (text.isEmpty()) {
            return "(none)";
        }
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "...";
    }

    private List<String> amounts(String first, String second, Difference.Total total) {
        return List.of(
                first, second, eur(total.before().eur()), eur(total.after().eur()), signed(total.differenceEur()));
    }

    /** Right columns to the right, a rule below the head and above the last rows from a number on. */
    private void grid(List<List<String>> rows, int ruleAt) {
        var widths = IntStream.range(0, rows.get(0).size())
                .map(i -> rows.stream().mapToInt(r -> r.get(i).length()).max().orElse(0))
                .toArray();
        lines.add("");
        for (var i = 0; i < rows.size(); i++) {
            if (i == 1 || i == ruleAt) {
                lines.add("-".repeat(Math.min(width, Arrays.stream(widths).sum() + 2 * (widths.length - 1))));
            }
            lines.add(across(rows.get(i), widths));
        }
    }

    private static String across(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> i == 0 ? padded(cells.get(i), widths[i]) : rightOf(cells.get(i), widths[i]))
                .collect(Collectors.joining("  "));
    }

    private void indented(String word, String text) {
        var wrapped = TerminalTable.wrap(text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD"), width - MARGIN);
        lines.add(padded(word, MARGIN) + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(MARGIN) + line));
    }

    private String eur(BigDecimal amount) {
        return Numbers.fixed(amount, digits);
    }

    private String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + eur(amount);
    }

    private static String change(Sum before, Sum after) {
        return before.rows() == after.rows()
                ? Numbers.count(before.rows())
                : Numbers.count(before.rows()) + " -> " + Numbers.count(after.rows());
    }

    private static String rows(long count) {
        return Numbers.count(count) + (count == 1 ? " row" : " rows");
    }

    private static String word(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String rightOf(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
