package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class BandTest {
    private static final String CASES = "/cases/hedges.csv";

    @ParameterizedTest
    @CsvFileSource(resources = CASES, useHeadersInDisplayName = true)
    void a_hedge_allows_what_the_case_file_says(String printed, Hedge hedge, String value, ArgumentsAccessor expected) {
        var figure = Figure.parse(printed);
        var possible = possible(value);
        assertThat(List.of(Strictness.values()).stream()
                        .map(s -> verdict(Band.of(hedge).allows(figure, s), possible))
                        .toList())
                .as(expected.getString(6))
                .containsExactly(
                        verdict(expected.getString(3)), verdict(expected.getString(4)), verdict(expected.getString(5)));
    }

    @ParameterizedTest
    @EnumSource(Hedge.class)
    void a_more_lenient_reading_never_allows_less(Hedge hedge) {
        for (var value : List.of("60:1:10", "89:1:1", "100:1:100", "900:1:100", "7:1:1", "0.5:0.01:0.1")) {
            var parts = value.split(":", 3);
            var figure = new Figure(
                    value, new BigDecimal(parts[0]), Unit.COUNT, new BigDecimal(parts[1]), new BigDecimal(parts[2]));
            var band = Band.of(hedge);
            var strict = band.allows(figure, Strictness.STRICT);
            var conventional = band.allows(figure, Strictness.CONVENTIONAL);
            assertThat(conventional.contains(strict)).as(value).isTrue();
            assertThat(band.allows(figure, Strictness.LENIENT).contains(conventional))
                    .as(value)
                    .isTrue();
        }
    }

    @Test
    void a_measured_value_is_never_rounded_before_it_is_compared() {
        // 88,999,999,999.99 rounds to 89 bn, but it is below 89 bn: nearly 89 bn holds.
        var claim = Samples.claim(
                Measure.AMOUNT, Hedge.NEARLY, Samples.figure("89000000000", Unit.EUR, "1000000000", "1000000000"));
        var cells = List.of(Samples.cell(Institution.EIB, "88999999999.99", null, "0", "1"));
        var covers = List.of(Samples.complete(Institution.GROUP, 2024, 2024));
        var portfolio = new Judgement.Portfolio(cells, List.of(), covers, Map.of(), LocalDate.of(2026, 1, 1));
        assertThat(Judgement.findings(List.of(claim), portfolio).get(0).verdict())
                .isEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest
    @EnumSource(Hedge.class)
    void the_case_file_has_cases_at_and_beside_both_ends_of_each_reading(Hedge hedge) throws IOException {
        var cases = cases(hedge);
        assertThat(cases).isNotEmpty();
        for (var strictness : Strictness.values()) {
            assertThat(cases)
                    .as("%s, %s: a figure with values at, just above and just below each end", hedge, strictness)
                    .anySatisfy((printed, values) -> {
                        var said = Band.of(hedge).allows(Figure.parse(printed), strictness);
                        assertThat(Stream.of(said.low(), said.high()).filter(Objects::nonNull))
                                .allSatisfy(
                                        end -> assertThat(sides(values, end)).containsExactlyInAnyOrder(-1, 0, 1));
                    });
        }
    }

    /** On which sides of an end there are values nearer to it than a hundredth of it, or than one. */
    private static Set<Integer> sides(List<BigDecimal> values, Quotient end) {
        var exact = end.numerator();
        var near = exact.movePointLeft(2).max(exact.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
        return values.stream()
                .filter(v -> v.subtract(exact).abs().compareTo(near.max(unit(exact))) <= 0)
                .map(v -> v.compareTo(exact))
                .collect(Collectors.toSet());
    }

    /** Small counts have no neighbours but whole ones. */
    private static BigDecimal unit(BigDecimal end) {
        var isCount = end.compareTo(BigDecimal.ONE) > 0 && end.compareTo(BigDecimal.TEN) < 0;
        return isCount ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** Single values of the case file, by printed figure. */
    private static Map<String, List<BigDecimal>> cases(Hedge hedge) throws IOException {
        try (var csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Path.of("src/test/resources" + CASES))) {
            return csv.stream()
                    .filter(c -> c.getField("hedge").equals(hedge.name()))
                    .filter(c -> !c.getField("value").matches(".* (to|or) .*"))
                    .collect(Collectors.groupingBy(
                            c -> c.getField("printed"),
                            Collectors.mapping(c -> decimal(c.getField("value")), Collectors.toList())));
        }
    }

    private static Interval possible(String value) {
        var ends = value.split(" to ", 2);
        var low = decimal(ends[0].replace(" or more", ""));
        return Interval.closed(low, value.endsWith(" or more") ? null : decimal(ends[ends.length - 1]));
    }

    private static BigDecimal decimal(String printed) {
        return printed.startsWith("-")
                ? Figure.parse(printed.substring(1)).value().negate()
                : Figure.parse(printed).value();
    }

    private static Verdict verdict(@Nullable String name) {
        return Verdict.valueOf(Objects.requireNonNull(name));
    }

    private static Verdict verdict(Interval said, Interval possible) {
        if (said.contains(possible)) {
            return Verdict.HOLDS;
        }
        return said.isDisjoint(possible) ? Verdict.FAILS : Verdict.UNDECIDED;
    }
}
