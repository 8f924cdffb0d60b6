package kirchberg.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
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

    private TotalsTables() {}

    /** One row of totals; {@code name} is what the third field of its table says: a year, a region, a country. */
    private record Total(Table table, Row row) {
        String institution() {
            return row.getString(0);
        }

        boolean isOfGroup() {
            return institution().equals(Institution.GROUP.name());
        }

        String name() {
            return Objects.toString(row.get(2), UNKNOWN);
        }

        int year() {
            return row.getInt(table.index(Financings.SIGNATURE_YEAR));
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
        boolean isUnknown() {
            return name.equalsIgnoreCase(UNKNOWN);
        }

        Stream<Total> of(int year) {
            return totals.stream().filter(t -> t.year() == year);
        }

        String in(int year, Function<Total, String> cell) {
            return of(year).map(cell).findFirst().orElse(":");
        }

        BigDecimal high(int year) {
            return of(year).map(Total::high).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static YearChart chart(List<Row> byYear) {
        var amounts = ofGroup(Totals.BY_YEAR, byYear, Totals.ALL).stream()
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
                Grid.data(Totals.BY_YEAR, all.stream().map(Total::row).toList()));
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
    static Grid priorities(List<Row> rows) {
        var lines = Words.labels().stream()
                .map(l -> new Line(Words.label(l), ofGroup(Totals.BY_YEAR, rows, l)))
                .toList();
        return grid(Totals.BY_YEAR, "priorities", "EIB Group, signed amounts per priority", lines);
    }

    /** One table per priority, unclassified and all: regions over the latest years. */
    static List<Grid> regions(List<Row> rows) {
        var table = Totals.BY_PRIORITY_REGION_YEAR;
        return Words.labels().stream()
                .map(l ->
                        grid(table, "priority-" + l.replace('_', '-'), Words.label(l), ranked(ofGroup(table, rows, l))))
                .toList();
    }

    /** The largest countries of the latest year, and the unknown; the others are in the release. */
    static Grid countries(List<Row> rows) {
        var lines = ranked(ofGroup(Totals.BY_COUNTRY_YEAR, rows, Totals.ALL));
        var shown = IntStream.range(0, lines.size())
                .filter(i -> i < COUNTRIES || lines.get(i).isUnknown())
                .mapToObj(lines::get)
                .toList();
        var caption = "EIB Group, signed amounts per country, largest first, " + shown.size() + " of " + lines.size();
        return grid(Totals.BY_COUNTRY_YEAR, "countries", caption, shown);
    }

    private static Grid grid(Table table, String name, String caption, List<Line> lines) {
        var all = lines.stream().flatMap(l -> l.totals().stream()).toList();
        var years = latest(all.stream().map(Total::year).distinct().sorted().toList(), LATEST_YEARS);
        var totals = all.stream().filter(t -> years.contains(t.year())).toList();
        var scale = scale(totals);
        var first = table.equals(Totals.BY_YEAR)
                ? "Priority"
                : Words.key(table.fields().get(2).name());
        var head = Stream.concat(Stream.of(first), years.stream().map(String::valueOf))
                .toList();
        var rows = lines.stream().map(l -> cells(l, years, scale)).toList();
        var data = Grid.data(table, totals.stream().map(Total::row).toList());
        return new Grid(name, caption + " (" + YearChart.unit(scale) + ")", 1, head, rows, data);
    }

    private static List<String> cells(Line line, List<Integer> years, Numbers.Scale scale) {
        var cells = years.stream().map(y -> line.in(y, t -> Numbers.cell(t.low(), t.high(), scale)));
        return Stream.concat(Stream.of(Words.key(line.name())), cells).toList();
    }

    /** Lines by name, the largest in the latest year first, unknown last. */
    private static List<Line> ranked(List<Total> totals) {
        var latest = totals.stream().mapToInt(Total::year).max().orElse(0);
        return totals.stream()
                .map(Total::name)
                .distinct()
                .map(n -> line(totals, Total::name, n))
                .sorted(Comparator.comparing(Line::isUnknown)
                        .thenComparing(l -> l.high(latest), Comparator.reverseOrder())
                        .thenComparing(Line::name))
                .toList();
    }

    private static List<Total> ofGroup(Table table, List<Row> rows, String label) {
        return labelled(table, rows, label).stream().filter(Total::isOfGroup).toList();
    }

    private static Line line(List<Total> totals, Function<Total, String> by, String name) {
        return new Line(
                name, totals.stream().filter(t -> by.apply(t).equals(name)).toList());
    }

    private static List<Total> labelled(Table table, List<Row> rows, String label) {
        return rows.stream()
                .filter(r -> r.getString(1).equals(label))
                .map(r -> new Total(table, r))
                .toList();
    }

    private static <T> List<T> latest(List<T> sorted, int most) {
        return sorted.subList(Math.max(0, sorted.size() - most), sorted.size());
    }

    private static Numbers.Scale scale(List<Total> totals) {
        return Numbers.Scale.of(Unit.EUR, totals.stream().map(Total::high).reduce(BigDecimal.ZERO, BigDecimal::max));
    }
}
