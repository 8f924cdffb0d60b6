package kirchberg.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Priority;
import kirchberg.domain.claim.Unit;
import kirchberg.report.YearChart.Amount;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Row;

/** Tables and the chart of the totals: amounts of the Group, least to greatest, over the latest years. */
final class TotalsTables {
    private static final int LATEST_YEARS = 5;
    private static final int CHART_YEARS = 10;
    private static final int COUNTRIES = 20;
    private static final String UNKNOWN = "UNKNOWN";
    private static final String MISSING = ":";

    private TotalsTables() {}

    /** One row of totals; {@code name} is what the third field of its table says: a year, a region, a country. */
    private record Total(Table table, Row row, String institution, String label, String name, int year) {
        static Total of(Table table, Row row) {
            var name = Objects.toString(row.get(2), UNKNOWN);
            return new Total(
                    table,
                    row,
                    row.getString(0),
                    row.getString(1),
                    name,
                    row.getInt(table.index(Financings.SIGNATURE_YEAR)));
        }

        boolean isOfGroup() {
            return institution.equals(Institution.GROUP.name());
        }

        BigDecimal low() {
            return row.getDecimal(table.index(Totals.AMOUNT_LOW_EUR));
        }

        BigDecimal high() {
            return row.getDecimal(table.index(Totals.AMOUNT_HIGH_EUR));
        }

        String counts(Field low, Field high) {
            var from = row.getLong(table.index(low));
            var to = row.getLong(table.index(high));
            return Numbers.count(from) + (from == to ? "" : "–" + Numbers.count(to));
        }
    }

    /** A line of a table: its name and its totals. */
    private record Line(String name, List<Total> totals) {
        String in(int year, Function<Total, String> cell) {
            return totals.stream()
                    .filter(t -> t.year() == year)
                    .map(cell)
                    .findFirst()
                    .orElse(MISSING);
        }

        BigDecimal high(int year) {
            return totals.stream()
                    .filter(t -> t.year() == year)
                    .map(Total::high)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static YearChart chart(List<Row> byYear) {
        var amounts = labelled(Totals.BY_YEAR, byYear, Totals.ALL).stream()
                .filter(Total::isOfGroup)
                .map(t -> new Amount(t.year(), t.low(), t.high()))
                .sorted(Comparator.comparingInt(Amount::year))
                .toList();
        return YearChart.of(latest(amounts, CHART_YEARS));
    }

    /** Every year with the EIB, the EIF and the Group side by side. */
    static Grid years(List<Row> byYear) {
        var all = labelled(Totals.BY_YEAR, byYear, Totals.ALL);
        var scale = scale(all);
        var lines = Stream.of(Institution.EIB, Institution.EIF, Institution.GROUP)
                .map(i -> line(all, Total::institution, i.name()))
                .toList();
        var years = all.stream().map(Total::year).distinct().sorted(Comparator.reverseOrder());
        return new Grid(
                "totals-by-year",
                "Signed amounts per year (" + YearChart.unit(scale)
                        + "), and counts for the Group; rows are not projects",
                1,
                List.of("Year", "EIB", "EIF", "EIB Group", "Financings", "Operations"),
                years.map(y -> yearCells(y, lines, scale)).toList(),
                data(all));
    }

    private static List<String> yearCells(int year, List<Line> institutions, Numbers.Scale scale) {
        var group = institutions.get(2);
        var cells = new ArrayList<>(List.of(String.valueOf(year)));
        institutions.forEach(i -> cells.add(i.in(year, t -> Numbers.cell(t.low(), t.high(), scale))));
        cells.add(group.in(year, t -> t.counts(Totals.FINANCING_COUNT, Totals.FINANCING_COUNT)));
        cells.add(group.in(year, t -> t.counts(Totals.OPERATION_LOW_COUNT, Totals.OPERATION_HIGH_COUNT)));
        return List.copyOf(cells);
    }

    /** Priorities over the latest years, then unclassified, then all. */
    static Grid priorities(List<Row> byYear) {
        var lines = labels().map(l -> new Line(
                        title(l),
                        labelled(Totals.BY_YEAR, byYear, l).stream()
                                .filter(Total::isOfGroup)
                                .toList()))
                .toList();
        return grid("priorities", "EIB Group, signed amounts per priority", "Priority", lines);
    }

    /** One table per priority, unclassified and all: regions over the latest years. */
    static List<Grid> regions(List<Row> rows) {
        return labels().map(l -> grid(
                        "priority-" + l.replace('_', '-'),
                        title(l),
                        "Region",
                        ranked(labelled(Totals.BY_PRIORITY_REGION_YEAR, rows, l))))
                .toList();
    }

    /** The largest countries of the latest year; the others are in the release. */
    static Grid countries(List<Row> rows) {
        var lines = ranked(labelled(Totals.BY_COUNTRY_YEAR, rows, Totals.ALL));
        var shown = lines.stream().limit(COUNTRIES);
        var unknown = lines.stream().skip(COUNTRIES).filter(l -> l.name().equals(UNKNOWN));
        return grid(
                "countries",
                "EIB Group, signed amounts per country, largest first, " + Math.min(COUNTRIES, lines.size()) + " of "
                        + lines.size(),
                "Country",
                Stream.concat(shown, unknown).toList());
    }

    private static Grid grid(String name, String caption, String first, List<Line> lines) {
        var all = lines.stream().flatMap(l -> l.totals().stream()).toList();
        var years = latest(all.stream().map(Total::year).distinct().sorted().toList(), LATEST_YEARS);
        var totals = all.stream().filter(t -> years.contains(t.year())).toList();
        var scale = scale(totals);
        var head = Stream.concat(Stream.of(first), years.stream().map(String::valueOf))
                .toList();
        var rows = lines.stream().map(l -> cells(l, years, scale)).toList();
        return new Grid(name, caption + " (" + YearChart.unit(scale) + ")", 1, head, rows, data(totals));
    }

    private static List<String> cells(Line line, List<Integer> years, Numbers.Scale scale) {
        var cells = years.stream().map(y -> line.in(y, t -> Numbers.cell(t.low(), t.high(), scale)));
        return Stream.concat(Stream.of(Words.key(line.name())), cells).toList();
    }

    /** The totals as they are published, under their column names. */
    private static List<List<String>> data(List<Total> totals) {
        var names = totals.stream().map(t -> t.table().names()).limit(1);
        return Stream.concat(names, totals.stream().map(TotalsTables::plain)).toList();
    }

    private static List<String> plain(Total total) {
        return IntStream.range(0, total.row().length())
                .mapToObj(i -> Objects.toString(total.row().get(i), ""))
                .toList();
    }

    /** Lines of the Group by name, the largest in the latest year first, unknown last. */
    private static List<Line> ranked(List<Total> totals) {
        var group = totals.stream().filter(Total::isOfGroup).toList();
        var latest = group.stream().mapToInt(Total::year).max().orElse(0);
        return group.stream()
                .map(Total::name)
                .distinct()
                .map(n -> line(group, Total::name, n))
                .sorted(Comparator.comparing((Line l) -> l.name().equalsIgnoreCase(UNKNOWN))
                        .thenComparing(l -> l.high(latest), Comparator.reverseOrder())
                        .thenComparing(Line::name))
                .toList();
    }

    private static Line line(List<Total> totals, Function<Total, String> by, String name) {
        return new Line(
                name, totals.stream().filter(t -> by.apply(t).equals(name)).toList());
    }

    private static List<Total> labelled(Table table, List<Row> rows, String label) {
        return rows.stream()
                .map(r -> Total.of(table, r))
                .filter(t -> t.label().equals(label))
                .toList();
    }

    private static <T> List<T> latest(List<T> sorted, int most) {
        return sorted.subList(Math.max(0, sorted.size() - most), sorted.size());
    }

    private static Stream<String> labels() {
        return Stream.concat(
                Arrays.stream(Priority.values()).map(Priority::key), Stream.of(Totals.UNCLASSIFIED, Totals.ALL));
    }

    private static String title(String label) {
        return Arrays.stream(Priority.values())
                .filter(p -> p.key().equals(label))
                .map(Priority::title)
                .findFirst()
                .orElse(label.equals(Totals.ALL) ? "All financing, each euro once" : "Unclassified: no priority known");
    }

    private static Numbers.Scale scale(List<Total> totals) {
        return Numbers.Scale.of(Unit.EUR, totals.stream().map(Total::high).reduce(BigDecimal.ZERO, BigDecimal::max));
    }
}
