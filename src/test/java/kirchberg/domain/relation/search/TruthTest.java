package kirchberg.domain.relation.search;

import static kirchberg.domain.relation.search.Printed.claim;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import org.junit.jupiter.api.Test;

/** Made-up banks that print their true figures, rounded and softened in every way that is right. */
final class TruthTest {
    private static final long SEED = Long.getLong("seed", 20_251_204L);
    private static final int WORLDS = 60;
    private static final List<Place> SIDES = List.of(Place.EU, Place.NON_EU);

    private final Random random = new Random(SEED);

    /** True amounts in millions of EUR, by what they are of. */
    private final Map<Subject, Long> truth = new HashMap<>();

    @Test
    void the_truth_never_contradicts_itself_in_any_reading() {
        for (int world = 0; world < WORLDS; world++) {
            var claims = print();
            var wrong = Relations.among(claims, List.of()).stream()
                    .filter(r -> List.of(Strictness.values()).stream()
                            .anyMatch(s -> r.readings().in(s) == Agreement.CONTRADICTS))
                    .toList();
            assertThat(wrong).as("seed %d, world %d", SEED, world).isEmpty();
        }
    }

    @Test
    void one_amount_printed_three_times_too_large_is_found() {
        for (int world = 0; world < WORLDS; world++) {
            var claims = new ArrayList<>(print());
            var at = random.nextInt(claims.size());
            while (claims.get(at).measure() != Measure.AMOUNT
                    || claims.get(at).period().from() != claims.get(at).period().to()) {
                at = random.nextInt(claims.size());
            }
            var right = claims.get(at);
            claims.set(
                    at,
                    printed(right.id(), right.subject(), right.figure().value().multiply(new BigDecimal(3)), "bn EUR"));
            var id = right.id();
            assertThat(Relations.among(claims, List.of()))
                    .as("seed %d, world %d, claim %s", SEED, world, id)
                    .anyMatch(r -> r.agreement() == Agreement.CONTRADICTS
                            && Printed.ids(r).contains(id));
        }
    }

    @Test
    void the_order_of_the_claims_makes_no_difference() {
        for (int world = 0; world < WORLDS / 10; world++) {
            var claims = new ArrayList<>(print());
            var before = Relations.among(claims, List.of());
            Collections.shuffle(claims, random);
            assertThat(Relations.among(claims, List.of()))
                    .as("seed %d, world %d", SEED, world)
                    .isEqualTo(before);
        }
    }

    @Test
    void nothing_is_compared_with_itself() {
        var claims = print();
        var relations = Relations.among(claims, List.of());
        assertThat(relations).hasSizeGreaterThan(50).allMatch(r -> r.claims().size() > 1);
        assertThat(relations.stream().map(r -> r.kind() + " " + Printed.ids(r))).doesNotHaveDuplicates();
        for (var claim : claims) {
            assertThat(Relations.among(List.of(claim), List.of())).isEmpty();
        }
    }

    @Test
    void the_same_claim_twice_is_one_claim() {
        var claims = print();
        var twice = new ArrayList<>(claims);
        twice.addAll(claims);
        assertThat(Relations.among(twice, List.of())).isEqualTo(Relations.among(claims, List.of()));
    }

    private List<Claim> print() {
        truth.clear();
        for (var year : List.of(2021, 2022)) {
            for (var place : SIDES) {
                invent(year, place);
            }
            addSides(year);
        }
        var claims = new ArrayList<Claim>();
        truth.forEach((subject, value) -> claims.add(printed(
                "c" + subject.hashCode() + "-" + claims.size(),
                subject,
                new BigDecimal(value).movePointLeft(3),
                "bn EUR")));
        addShares(claims);
        return claims;
    }

    /** Both institutions, what both count, and labelled parts of each. */
    private void invent(int year, Place place) {
        var eib = 20_000L + random.nextInt(50_000);
        var eif = 8_000L + random.nextInt(10_000);
        var both = (long) random.nextInt(4_000);
        var group = Printed.amount(Institution.GROUP, year).within(place);
        put(group, eib, eif, both);
        truth.put(group.measuring(Measure.JOINT), both);
        for (var label : List.of(Priority.CLIMATE, Priority.DIGITAL)) {
            var some = 5_500 + random.nextInt(2_000);
            put(group.labelled(label), some + random.nextInt(12_000), some, random.nextInt((int) both + 1) / 4);
        }
    }

    private void put(Subject group, long eib, long eif, long both) {
        truth.put(group.by(Institution.EIB), eib);
        truth.put(group.by(Institution.EIF), eif);
        truth.put(group, eib + eif - both);
    }

    private void addSides(int year) {
        truth.entrySet().stream()
                .filter(e -> e.getKey().period().equals(Period.year(year)))
                .toList()
                .forEach(e -> {
                    truth.merge(e.getKey().within(Place.WORLD), e.getValue(), Long::sum);
                    truth.merge(
                            e.getKey().within(Place.WORLD).during(Period.parse("2021..2022")), e.getValue(), Long::sum);
                });
    }

    /** Shares of labels and of the Union, and growth where there is some. */
    private void addShares(List<Claim> claims) {
        truth.forEach((subject, value) -> {
            var number = claims.size();
            var amount = subject.measure() == Measure.AMOUNT;
            if (amount && subject.of() != null) {
                claims.add(share(number, subject.measuring(Measure.SHARE), value, known(subject.labelled(null))));
            } else if (amount && subject.place().equals(Place.EU)) {
                var world = subject.within(Place.WORLD);
                var part = world.measuring(Measure.SHARE).partIn(Place.EU);
                claims.add(share(number, part, value, known(world)));
            }
            if (amount && subject.period().equals(Period.year(2022))) {
                addGrowth(claims, subject, value - known(subject.during(Period.year(2021))));
            }
        });
    }

    private void addGrowth(List<Claim> claims, Subject subject, long more) {
        if (more > 10_000) {
            var growth = subject.measuring(Measure.GROWTH).against(Period.year(2021));
            claims.add(share(claims.size(), growth, more, known(subject.during(Period.year(2021)))));
        }
    }

    private long known(Subject subject) {
        return truth.getOrDefault(subject, 0L);
    }

    private Claim share(int number, Subject subject, long part, long whole) {
        var percent = new BigDecimal(part).movePointRight(2).divide(new BigDecimal(whole), 12, RoundingMode.HALF_EVEN);
        return printed("s" + number, subject, percent, "%");
    }

    /** Rounded to 0 to 2 digits, or softened by the word that is true of it. */
    private Claim printed(String id, Subject subject, BigDecimal value, String unit) {
        var number =
                unit.equals("%") || value.compareTo(new BigDecimal(100_000_000)) < 0 ? value : value.movePointLeft(9);
        var digits = random.nextInt(3);
        var below = number.setScale(digits, RoundingMode.FLOOR);
        var above = number.setScale(digits, RoundingMode.CEILING);
        var soft = below.compareTo(above) < 0 && below.compareTo(new BigDecimal(2)) > 0;
        return switch (soft ? random.nextInt(4) : 3) {
            case 0 -> claim(id, subject, Hedge.NEARLY, figure(above, unit));
            case 1 -> claim(id, subject, Hedge.OVER, figure(below, unit));
            case 2 -> claim(id, subject, Hedge.ABOUT, figure(random.nextBoolean() ? below : above, unit));
            default -> claim(id, subject, Hedge.NONE, figure(number.setScale(digits, RoundingMode.HALF_UP), unit));
        };
    }

    private static Figure figure(BigDecimal number, String unit) {
        return Figure.parse(number.toPlainString() + " " + unit);
    }
}
