package kirchberg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kirchberg.domain.difference.Attribute;
import kirchberg.domain.difference.Cause;
import kirchberg.domain.difference.Compared;
import kirchberg.domain.difference.Content;
import kirchberg.domain.difference.Difference;
import kirchberg.domain.difference.Sum;
import org.junit.jupiter.api.Test;

class DifferenceTableTest {
    private static final Compared OLD = new Compared("source eib/2025-11-30", false, 0, BigDecimal.ZERO, 0);
    private static final Compared NEW = new Compared("run 00000012-1a2b3c4d", true, 3, new BigDecimal("12.50"), 2);

    /** The whole book of the bank, to the cent, beside a new row with a long name and a moved one. */
    @Test
    void the_whole_book_with_cents_fits_into_80_columns() {
        var text = DifferenceTable.of(book(), 80, 20);
        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(text.lines())
                .contains("total              1 706 313 672 427.01  1 706 313 672 429.02       +2.01")
                .contains("AFTER   run 00000012-1a2b3c4d, SYNTHETIC: made up")
                .contains("        3 rejected, not compared: EUR 12.50 readable, 2 amounts unreadable")
                .contains("        Not compared, for only one of them states it: description, operation id");
    }

    @Test
    void only_as_many_changes_are_shown_as_asked_for() {
        assertThat(DifferenceTable.of(book(), 80, 1))
                .contains("(1 of 2)")
                .contains("LONG")
                .doesNotContain("ROAD");
        assertThat(DifferenceTable.of(book(), 80, 0)).contains("(0 of 2)").doesNotContain("LONG");
    }

    private static Difference book() {
        var road = content("ROAD", "5.00", LocalDate.of(2023, 12, 31));
        var moved = content("ROAD", "5.00", LocalDate.of(2023, 12, 30));
        var added = content("LONG NAME ".repeat(12).strip(), "2.01", LocalDate.of(2024, 2, 1));
        var unchanged = new Sum(29_695, new BigDecimal("1706313672422.01"));
        var years = List.of(
                year(2023, new Sum(1, new BigDecimal("5.00")), new Sum(1, new BigDecimal("5.00"))),
                year(2024, unchanged, new Sum(29_696, new BigDecimal("1706313672424.02"))));
        return Difference.of(
                new Difference.Scope(OLD, NEW, Set.of(Attribute.OPERATION_ID, Attribute.DESCRIPTION), years),
                unchanged,
                List.of(road),
                List.of(moved, added));
    }

    @Test
    void every_cause_has_a_line_even_if_nothing_is_there() {
        var lines = DifferenceTable.of(book(), 80, 0).lines().toList();
        assertThat(IntStream.range(0, Cause.values().length)
                        .mapToObj(i -> lines.get(lines.indexOf(head(lines)) + 2 + i))
                        .map(l -> l.replaceFirst(" .*", "")))
                .containsExactly(
                        "unchanged", "amount", "year", "date", "country", "label", "several", "vanished", "appeared");
    }

    private static String head(List<String> lines) {
        return lines.stream().filter(l -> l.startsWith("CAUSE")).findFirst().orElseThrow();
    }

    private static Difference.Year year(int year, Sum before, Sum after) {
        return new Difference.Year(year, new Difference.Total(before, after));
    }

    private static Content content(String name, String amount, LocalDate day) {
        return new Content(new BigDecimal(amount), day, Map.of(Attribute.NAME, name, Attribute.COUNTRY, "Italy"));
    }
}
