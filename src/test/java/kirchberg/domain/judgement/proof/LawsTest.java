package kirchberg.domain.judgement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import org.junit.jupiter.api.Test;

/** What must hold of every portfolio, whatever is in it. */
class LawsTest {
    private static final int PORTFOLIOS = 3_000;
    private static final long SEED = Long.getLong("seed", 20_251_204L);

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void what_is_told_of_one_more_row_never_widens() {
        for (var i = 0; i < PORTFOLIOS; i++) {
            var random = new Random(SEED + i);
            var rows = RandomRows.portfolio(random);
            var claims = RandomRows.claims(random);
            if (!rows.isEmpty()) {
                var told = new ArrayList<>(rows);
                var index = random.nextInt(rows.size());
                told.set(index, told(rows.get(index), random));
                var why = "-Dseed=" + (SEED + i) + ", row " + index + " of " + rows + " becomes " + told.get(index);
                assertNoneIsWider(single(findings(claims, told)), single(findings(claims, rows)), why);
            }
        }
        System.out.println("one more row told, " + PORTFOLIOS + " portfolios: " + seen);
        assertThat(seen.get("narrower")).isGreaterThan(400);
    }

    @Test
    void where_nothing_is_unknown_one_value_is_possible() {
        for (var i = 0; i < PORTFOLIOS; i++) {
            var random = new Random(SEED + i);
            var rows = RandomRows.portfolio(random).stream()
                    .map(f -> wholly(f, random))
                    .toList();
            for (var finding : findings(RandomRows.claims(random), rows)) {
                if (finding.claim().resources() == Resources.ALL
                        && !finding.claim().period().each()) {
                    assertThat(possible(finding)
                                    .map(p -> p.low().equals(p.high()))
                                    .orElse(true))
                            .as("-Dseed=%d %s", SEED + i, finding)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_row_in_two_parts_is_the_same_amount_and_share() {
        for (var i = 0; i < PORTFOLIOS; i++) {
            var random = new Random(SEED + i);
            var rows = RandomRows.portfolio(random);
            var claims = RandomRows.claims(random);
            var split = rows.stream().flatMap(f -> split(f, random)).toList();
            assertThat(amounts(findings(claims, split)))
                    .as("-Dseed=%d %s", SEED + i, rows)
                    .isEqualTo(amounts(findings(claims, rows)));
        }
    }

    @Test
    void the_order_of_rows_plays_no_part() {
        for (var i = 0; i < PORTFOLIOS; i++) {
            var random = new Random(SEED + i);
            var rows = RandomRows.portfolio(random);
            var claims = RandomRows.claims(random);
            var shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);
            var cells = CellsOfRows.of(shuffled, RandomRows.LABELS);
            Collections.shuffle(cells, random);
            assertThat(CellsOfRows.findings(claims, cells))
                    .as("-Dseed=%d %s", SEED + i, rows)
                    .isEqualTo(findings(claims, rows));
        }
    }

    /** Year by year: a year that begins to have a share may widen the span over all years. */
    private static List<Finding> single(List<Finding> findings) {
        return findings.stream()
                .flatMap(f -> f.years().isEmpty() ? Stream.of(f) : f.years().stream())
                .toList();
    }

    private void assertNoneIsWider(List<Finding> after, List<Finding> before, String why) {
        for (var i = 0; i < before.size(); i++) {
            var old = possible(before.get(i));
            var young = possible(after.get(i));
            var claim = before.get(i).claim();
            if (old.isPresent() && young.isPresent()) {
                assertThat(old.get().contains(young.get())).as(why + claim).isTrue();
                seen.merge(old.equals(young) ? "the same" : "narrower", 1, Integer::sum);
            } else if (old.isPresent()) {
                assertThat(claim.measure()).as(why).isIn(Measure.SHARE, Measure.RATIO, Measure.GROWTH);
                seen.merge("nothing left to divide by", 1, Integer::sum);
            }
        }
    }

    private static List<Finding> findings(List<Claim> claims, List<Financing> rows) {
        return CellsOfRows.findings(claims, CellsOfRows.of(rows, RandomRows.LABELS));
    }

    private static Optional<Interval> possible(Finding finding) {
        return Optional.ofNullable(finding.evidence()).map(Evidence::possible);
    }

    /** Everything but the numbers of rows. */
    private static List<List<Object>> amounts(List<Finding> findings) {
        return findings.stream()
                .map(f -> Stream.<Object>of(
                                f.readings(),
                                possible(f),
                                Optional.ofNullable(f.evidence())
                                        .map(e -> e.knownEur().stripTrailingZeros()),
                                Optional.ofNullable(f.evidence())
                                        .map(e -> e.unknownEur().stripTrailingZeros()))
                        .toList())
                .toList();
    }

    private static Financing told(Financing row, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> joined(row, random);
            case 1 -> placed(row, random);
            default -> labelled(row, random);
        };
    }

    private static Financing wholly(Financing row, Random random) {
        var known = placed(joined(row, random), random);
        for (var label : RandomRows.LABELS) {
            known = known.with(label, RandomRows.told(known.part(label), random));
        }
        return known;
    }

    private static Financing labelled(Financing row, Random random) {
        var told = row;
        for (var label : RandomRows.LABELS) {
            told = told.with(label, RandomRows.told(told.part(label), random));
        }
        return told;
    }

    private static Financing joined(Financing row, Random random) {
        var some = Long.valueOf(row.cents() / 4 * random.nextInt(5));
        var joint = row.institution() == Institution.EIB ? Long.valueOf(0) : row.jointCents();
        return row.of(
                row.cents(),
                joint == null ? some : joint,
                row.mobilisedCents() == null ? Long.valueOf(random.nextInt(5_000)) : row.mobilisedCents());
    }

    /** Somewhere where the row may be, as far as its place is known. */
    private static Financing placed(Financing row, Random random) {
        var known = row.where();
        var possible = RandomRows.PLACES.stream()
                .filter(p -> p.country() != null)
                .filter(p -> known.country() == null || known.country().equals(p.country()))
                .filter(p -> known.region().equals("UNKNOWN") || known.region().equals(p.region()))
                .toList();
        return row.with(RandomRows.pick(random, possible));
    }

    /** Two rows of the same kind that add up to the row; neither part changes its sign. */
    private static Stream<Financing> split(Financing row, Random random) {
        var cents = row.cents() / 7 * random.nextInt(8);
        var joint = row.jointCents();
        var first =
                joint == null ? null : Long.valueOf(row.cents() < 0 ? Math.max(joint, cents) : Math.min(joint, cents));
        var second = joint == null ? null : Long.valueOf(joint - Objects.requireNonNull(first));
        var mobilised = row.mobilisedCents();
        return Stream.of(
                row.of(cents, first, mobilised),
                row.of(row.cents() - cents, second, mobilised == null ? null : Long.valueOf(0)));
    }
}
