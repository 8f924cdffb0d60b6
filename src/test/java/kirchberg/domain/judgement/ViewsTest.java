package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a claim finds by the index is what it finds by walking over all cells. */
class ViewsTest {
    private static final List<Place> PLACES = List.of(
            Place.WORLD,
            Place.EU,
            Place.NON_EU,
            new Place(Place.Kind.COUNTRY, "FR"),
            new Place(Place.Kind.REGION, "mediterranean"));

    @Test
    void the_index_finds_what_a_walk_over_all_cells_finds() {
        for (var seed = 0L; seed < 3_000; seed++) {
            var random = new Random(seed);
            var cells = cells(random);
            var claim = claim(random);
            var view = cells.stream()
                    .filter(c -> Objects.equals(c.label(), claim.of()))
                    .toList();
            var walked = Selection.of(
                    claim, view, view.stream().mapToLong(Cell::rows).sum());
            var found = new Views(cells).selection(claim);
            assertThat(facts(found)).as("seed %d, %s", seed, claim.subject()).isEqualTo(facts(walked));
        }
    }

    @Test
    void what_an_earlier_year_adds_does_not_stay_in_the_index() {
        var views = new Views(cells(new Random(7)));
        var claim = Samples.claim(Measure.AMOUNT, Hedge.NONE, Samples.eur("1"));
        var before = facts(views.selection(claim));
        views.selection(claim).with(views.selection(claim.during(Period.year(2023))));
        assertThat(facts(views.selection(claim))).isEqualTo(before);
    }

    @Test
    void rows_outside_the_scope_are_all_that_are_not_used() {
        var views = new Views(List.of(
                cell(new Random(1), Institution.EIB, 2024, null), cell(new Random(2), Institution.EIB, 2023, null)));
        var selection = views.selection(Samples.claim(Measure.AMOUNT, Hedge.NONE, Samples.eur("1")));
        assertThat(List.of(selection.rowsUsed(), selection.rowsLeftOut())).containsExactly(1L, 1L);
    }

    /** All that a judgement takes from a selection. */
    private static List<?> facts(Selection s) {
        return List.of(
                Bounds.amount(s.signed()),
                Bounds.share(s.signed()),
                Bounds.amount(s.mobilised()),
                Bounds.amount(s.joint()),
                plain(s.known()),
                s.doubts().entrySet().stream()
                        .map(e -> e.getKey() + " " + plain(e.getValue()))
                        .toList(),
                s.rowsUsed(),
                s.rowsLeftOut(),
                s.rowsWithoutMobilised());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static Claim claim(Random random) {
        var share = random.nextInt(3) == 0;
        var claim = Samples.claim(Measure.AMOUNT, Hedge.NONE, Samples.eur("1"));
        var from = 2022 + random.nextInt(3);
        return claim.about(claim.subject()
                .by(List.of(Institution.values()).get(random.nextInt(4)))
                .from(List.of(Resources.values()).get(random.nextInt(2)))
                .within(PLACES.get(random.nextInt(PLACES.size())))
                .during(new Period(from, from + random.nextInt(2), false))
                .labelled(share || random.nextBoolean() ? null : Priority.CLIMATE)
                .partIn(share ? PLACES.get(random.nextInt(PLACES.size())) : null));
    }

    private static List<Cell> cells(Random random) {
        var cells = new ArrayList<Cell>();
        for (var left = 2 + random.nextInt(20); left > 0; left--) {
            var institution = random.nextInt(3) > 0 ? Institution.EIB : Institution.EIF;
            cells.add(cell(
                    random, institution, 2022 + random.nextInt(3), random.nextBoolean() ? null : Priority.CLIMATE));
        }
        return cells;
    }

    private static Cell cell(Random random, Institution institution, int year, @Nullable Label label) {
        var ends = List.of("0 1", "0.5 0.5", "0 0.5", "1 1", "0 0")
                .get(label == null ? 0 : random.nextInt(5))
                .split(" ", 2);
        var positive = BigDecimal.valueOf(random.nextInt(100));
        var negative = BigDecimal.valueOf(-random.nextInt(20));
        var zero = BigDecimal.ZERO;
        var isEif = institution == Institution.EIF;
        var place = random.nextInt(4);
        return new Cell(
                institution,
                List.of(Stage.values()).get(random.nextInt(8) == 0 ? 0 : 1),
                year,
                place == 0 ? null : place == 1 ? "FR" : place == 2 ? "LU" : "MA",
                place == 0 ? "UNKNOWN" : place == 3 ? "mediterranean" : "european_union",
                place == 0 ? Membership.UNKNOWN : place == 3 ? Membership.OUT : Membership.IN,
                label,
                new BigDecimal(ends[0]),
                new BigDecimal(ends[1]),
                1,
                positive,
                negative,
                isEif ? positive.divideToIntegralValue(BigDecimal.valueOf(3)) : zero,
                zero,
                isEif ? positive.divideToIntegralValue(BigDecimal.valueOf(4)) : zero,
                zero,
                BigDecimal.valueOf(random.nextInt(50)),
                random.nextInt(2));
    }
}
