package kirchberg.domain.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold of any two portfolios, found by counting again in the simplest way. */
class RandomPortfoliosTest {
    private static final int PORTFOLIOS = 10_000;
    private static final long SEED = Long.getLong("seed", 20_261_124L);
    private static final Compared SIDE = new Compared("x", false, 0, BigDecimal.ZERO, 0);

    @Test
    void causes_add_up_and_no_row_is_lost_or_left_alone_beside_its_likeness() {
        for (var i = 0; i < PORTFOLIOS; i++) {
            var seed = SEED + i;
            var random = new Random(seed);
            var before = portfolio(random);
            var after = changed(before, random);
            var changes = Pairing.changes(before, after);
            var why = "-Dseed=" + seed;
            assertThat(counted(side(changes, Change::before))).as(why).isEqualTo(counted(before));
            assertThat(counted(side(changes, Change::after))).as(why).isEqualTo(counted(after));
            assertThat(equal(changes)).as(why).isEqualTo(equalByCounting(before, after));
            assertThat(alone(changes)).as(why).isEmpty();
            sumsHold(before, after, why);
            Collections.shuffle(before, random);
            Collections.shuffle(after, random);
            assertThat(Pairing.changes(before, after).equals(changes)).as(why).isTrue();
        }
    }

    private static void sumsHold(List<Content> before, List<Content> after, String why) {
        var scope = new Difference.Scope(SIDE, SIDE, java.util.Set.of(), years(before, after));
        var difference = Difference.of(scope, Sum.NOTHING, before, after);
        var byCause = difference.causes().values().stream()
                .map(Difference.Total::differenceEur)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(byCause).as(why).isEqualByComparingTo(eur(after).subtract(eur(before)));
    }

    /** Vanished and appeared rows that differ in one attribute only. */
    private static List<Change> alone(List<Change> changes) {
        var old = changes.stream().filter(c -> c.after() == null).map(Change::before);
        var young = changes.stream()
                .filter(c -> c.before() == null)
                .map(Change::after)
                .toList();
        return old.flatMap(o -> young.stream().map(y -> new Change(o, y)))
                .filter(c -> c.changed().size() <= 1)
                .toList();
    }

    private static long equal(List<Change> changes) {
        return changes.stream().filter(c -> c.cause() == Cause.UNCHANGED).count();
    }

    private static long equalByCounting(List<Content> before, List<Content> after) {
        var old = counted(before);
        var young = counted(after);
        return old.entrySet().stream()
                .mapToLong(e -> Math.min(e.getValue(), young.getOrDefault(e.getKey(), 0L)))
                .sum();
    }

    private static Map<Content, Long> counted(Collection<Content> rows) {
        return rows.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<Content> side(List<Change> changes, Function<Change, @Nullable Content> side) {
        return changes.stream().map(side).filter(Objects::nonNull).toList();
    }

    private static List<Difference.Year> years(List<Content> before, List<Content> after) {
        var years = new TreeMap<Integer, Difference.Total>();
        before.forEach(c -> years.merge(
                c.signedOn().getYear(),
                new Difference.Total(new Sum(1, c.amountEur()), Sum.NOTHING),
                Difference.Total::plus));
        after.forEach(c -> years.merge(
                c.signedOn().getYear(),
                new Difference.Total(Sum.NOTHING, new Sum(1, c.amountEur())),
                Difference.Total::plus));
        return years.entrySet().stream()
                .map(e -> new Difference.Year(e.getKey(), e.getValue()))
                .toList();
    }

    private static BigDecimal eur(List<Content> rows) {
        return rows.stream().map(Content::amountEur).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Few values, so that rows are often alike or equal. */
    private static List<Content> portfolio(Random random) {
        return Stream.generate(() -> row(random))
                .limit(random.nextInt(9))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Content row(Random random) {
        var texts = new EnumMap<Attribute, String>(Attribute.class);
        for (var attribute : List.of(Attribute.NAME, Attribute.COUNTRY, Attribute.REGION, Attribute.SECTOR)) {
            texts.put(attribute, word(random));
        }
        if (random.nextBoolean()) {
            texts.put(Attribute.OPERATION_ID, word(random));
        }
        return new Content(amount(random), day(random), texts);
    }

    /** The same rows with some dropped, doubled, changed in one or more attributes, and some new ones, in any order. */
    private static List<Content> changed(List<Content> rows, Random random) {
        var changed = portfolio(random).stream().limit(2).collect(Collectors.toCollection(ArrayList::new));
        for (var row : rows) {
            var copies = random.nextInt(8) == 0 ? random.nextInt(3) : 1;
            for (var i = 0; i < copies; i++) {
                changed.add(random.nextInt(2) == 0 ? row : touched(row, random, 1 + random.nextInt(3)));
            }
        }
        Collections.shuffle(changed, random);
        return changed;
    }

    private static Content touched(Content row, Random random, int times) {
        var touched = row;
        for (var i = 0; i < times; i++) {
            touched = switch (random.nextInt(4)) {
                case 0 -> new Content(amount(random), touched.signedOn(), touched.texts());
                case 1 -> new Content(touched.amountEur(), day(random), touched.texts());
                default -> {
                    var texts = new HashMap<>(touched.texts());
                    var attributes = Attribute.values();
                    texts.put(attributes[2 + random.nextInt(attributes.length - 2)], word(random));
                    yield new Content(touched.amountEur(), touched.signedOn(), texts);
                }
            };
        }
        return touched;
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(7) - 1L, 2);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(1964 + random.nextInt(2), 1 + random.nextInt(2), 1);
    }

    private static String word(Random random) {
        return List.of("a", "b", "c").get(random.nextInt(3));
    }
}
