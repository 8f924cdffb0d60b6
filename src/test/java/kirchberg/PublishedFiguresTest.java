package kirchberg;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The catalogue against a table of the published figures, which is not part of the project. Skipped, visibly, where it
 * is absent.
 */
class PublishedFiguresTest {
    private static final Path TABLE = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"))
            .resolveSibling("figures.csv");

    /** Softening words of the table, in all its languages, and how each is read. */
    private static final Map<String, Hedge> WORDS = new HashMap<>();

    static {
        List.of("nearly", "almost", "close to", "near", "près de", "knapp").forEach(w -> WORDS.put(w, Hedge.NEARLY));
        List.of("over", "more than", "just above").forEach(w -> WORDS.put(w, Hedge.OVER));
        List.of("around", "about", "some", "environ").forEach(w -> WORDS.put(w, Hedge.ABOUT));
        WORDS.put("pas moins de", Hedge.AT_LEAST);
        WORDS.put("up to", Hedge.AT_MOST);
        WORDS.put("", Hedge.NONE);
    }

    /** A guideline with two ends, of which the table has the middle. */
    private static final String GUIDELINE = "plan-eib-own-2018";
    /** One sentence with two readings, of one year and of each year. */
    private static final String EVERY_YEAR = "clim-sh-2024-GROUP-60";
    /** Printed as 7, though the table takes it for 7.0. */
    private static final String SEVEN = "tot-eif-2015";

    /** Figures of one programme, for which the text names no place. */
    private static final String TECH_EU = "techeu-";

    private List<Row> rows = List.of();

    @BeforeEach
    void readTable() throws IOException {
        assumeTrue(Files.isRegularFile(TABLE), "skipped: no table of figures at " + TABLE);
        var lines = Files.readAllLines(TABLE);
        var names = cells(lines.get(0));
        rows = lines.stream().skip(1).map(line -> row(names, cells(line))).toList();
    }

    @Test
    void every_published_figure_is_in_the_catalogue_once() throws IOException {
        var counts = new TreeMap<String, Integer>();
        CatalogueFiles.byFigure().forEach((figure, claims) -> counts.put(figure, claims.size()));
        var expected = new TreeMap<String, Integer>();
        rows.forEach(r -> expected.put(r.at("id"), Set.of(GUIDELINE, EVERY_YEAR).contains(r.at("id")) ? 2 : 1));
        assertThat(expected).hasSize(276);
        assertThat(counts).isEqualTo(expected);
    }

    @Test
    void every_claim_says_what_was_published() throws IOException {
        var claims = CatalogueFiles.byFigure();
        var differing = rows.stream()
                .filter(r -> !r.at("id").equals(GUIDELINE))
                .filter(r -> !published(r).equals(claimed(r, first(claims, r))))
                .map(r -> published(r) + "\n  claimed: " + claimed(r, first(claims, r)));
        assertThat(differing).isEmpty();
    }

    @Test
    void the_guideline_of_2018_is_a_floor_and_a_ceiling() throws IOException {
        assertThat(CatalogueFiles.byFigure().get(GUIDELINE))
                .extracting(c -> c.hedge() + " " + c.figure().printed())
                .containsExactlyInAnyOrder("AT_LEAST 53.6 bn EUR", "AT_MOST 73.7 bn EUR"); // 67 less 20 %, plus 10 %
    }

    private static String published(Row row) {
        var measure = row.at("measure");
        var hedge = requireNonNull(WORDS.get(row.at("hedge")));
        var target = hedge == Hedge.NONE && measure.startsWith("target_") ? Hedge.TARGET : hedge;
        var to = row.at("year_to").isEmpty() ? row.at("year_from") : row.at("year_to");
        return String.join(
                " | ",
                row.at("id"),
                value(row.at("value"), row.at("unit")),
                "last " + value(lastDigit(row), row.at("unit")),
                String.valueOf(target),
                row.at("year_from") + ".." + to,
                place(row),
                measure.equals("share_of_eib") ? "EIB" : row.at("institution"),
                row.at("stage").isEmpty() ? "SIGNED" : row.at("stage"),
                measure(measure) + (row.at("id").startsWith(TECH_EU) ? " techeu" : ""),
                measure.endsWith("own_resources") ? "OWN" : "ALL",
                requireNonNull(Map.of("P", "PRINTED", "S", "RELAYED", "derived", "DERIVED")
                        .get(row.at("grade"))));
    }

    private static String claimed(Row row, Claim c) {
        var label = c.of() == null ? "" : " " + c.of().key();
        return String.join(
                " | ",
                row.at("id"),
                c.figure().value().stripTrailingZeros().toPlainString() + " "
                        + c.figure().unit(),
                "last " + c.figure().lastNonZero().stripTrailingZeros().toPlainString() + " "
                        + c.figure().unit(),
                String.valueOf(c.hedge() == Hedge.EXACTLY ? Hedge.NONE : c.hedge()),
                c.period().from() + ".." + c.period().to(),
                c.place().text()
                        + (c.ofPlace() == null ? "" : " of " + c.ofPlace().text()),
                row.at("institution").isEmpty() ? "" : String.valueOf(c.institution()),
                String.valueOf(c.stage()),
                c.measure() + label,
                String.valueOf(c.resources()),
                String.valueOf(c.grade()));
    }

    /** A number of the table in base units. */
    private static String value(String number, String unit) {
        var shift = requireNonNull(
                Map.of("EUR bn", 9, "%", -2, "count", 0, "ratio", 0).get(unit));
        var kind = Map.of("EUR bn", Unit.EUR, "%", Unit.SHARE, "count", Unit.COUNT, "ratio", Unit.RATIO)
                .get(unit);
        return new BigDecimal(number)
                        .scaleByPowerOfTen(shift)
                        .stripTrailingZeros()
                        .toPlainString() + " " + kind;
    }

    /** The table takes zeros at the end of 70 for meant; a claim takes 70 for tens. */
    private static String lastDigit(Row row) {
        var number = new BigDecimal(row.at("value"));
        var last = new BigDecimal(row.at("last_significant_unit"));
        var tens = number.signum() == 0 ? 0 : number.stripTrailingZeros().scale();
        var isRound = tens < 0 && last.compareTo(BigDecimal.ONE) == 0;
        return row.at("id").equals(SEVEN)
                ? "1"
                : isRound ? BigDecimal.ONE.scaleByPowerOfTen(-tens).toPlainString() : last.toPlainString();
    }

    private static String place(Row row) {
        if (row.at("id").startsWith(TECH_EU)) {
            return "WORLD";
        }
        var place = Map.of("UK", "GB", "WESTERN_BALKANS", "AL+BA+ME+MK+RS+XK")
                .getOrDefault(row.at("place"), row.at("place"));
        return switch (row.at("measure")) {
            case "share_of_group", "share_of_eib" -> "WORLD of " + place;
            case "share_of_eib_in_eu" -> "EU of " + place;
            default -> place;
        };
    }

    private static String measure(String named) {
        var measure = named.replaceFirst("target_", "");
        return switch (measure) {
            case "climate_amount" -> Measure.AMOUNT + " climate";
            case "climate_share" -> Measure.SHARE + " climate";
            case "cohesion_amount", "cohesion_cities_amount", "cohesion_energy_amount" -> Measure.AMOUNT + " cohesion";
            case "cohesion_share" -> Measure.SHARE + " cohesion";
            case "cohesion_jointly_counted_amount" -> Measure.JOINT + " cohesion";
            case "jointly_counted_amount" -> Measure.JOINT.name();
            case "supported_investment_amount" -> Measure.MOBILISED.name();
            case "supported_green_investment_amount" -> Measure.MOBILISED + " climate";
            case "mobilised_amount" -> Measure.MOBILISED.name();
            case "priority_innovation_amount", "goal_innovation_digital_amount" -> Measure.AMOUNT + " digital";
            case "priority_security_defence_amount" -> Measure.AMOUNT + " defence";
            case "investeu_amount" -> Measure.AMOUNT + " invest_eu";
            case "project_count", "operation_count" -> Measure.OPERATIONS.name();
            case "amount_growth" -> Measure.GROWTH.name();
            case "project_count_growth" -> Measure.OPERATIONS_GROWTH.name();
            case "chips_ratio_to_ai_factory" -> Measure.RATIO.name();
            case "share_of_group", "share_of_eib", "share_of_eib_in_eu" -> Measure.SHARE.name();
            default -> (measure.contains("amount") ? Measure.AMOUNT : Measure.COUNT).name();
        };
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }

    private static Row row(List<String> names, List<String> cells) {
        var row = new HashMap<String, String>();
        IntStream.range(0, names.size()).forEach(i -> row.put(names.get(i), cells.get(i)));
        return new Row(row);
    }

    private static Claim first(Map<String, List<Claim>> claims, Row row) {
        return requireNonNull(claims.get(row.at("id")), row.at("id")).get(0);
    }

    /** A row of the table, by the names of its columns. */
    private record Row(Map<String, String> cells) {
        String at(String column) {
            return requireNonNull(cells.get(column), column);
        }
    }
}
