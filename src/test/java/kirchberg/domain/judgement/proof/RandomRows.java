package kirchberg.domain.judgement.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.judgement.Samples;
import kirchberg.domain.judgement.proof.Financing.Operation;
import kirchberg.domain.judgement.proof.Financing.Part;
import kirchberg.domain.judgement.proof.Financing.Where;
import org.jspecify.annotations.Nullable;

/**
 * Portfolios and claims by chance: few values of everything, so that sums cancel out, ratios tie and cells have several
 * rows.
 */
public final class RandomRows {
    /** Labels that the rows carry. */
    public static final List<Label> LABELS = List.of(Priority.CLIMATE, Priority.COHESION, Programme.TECHEU);

    /** Places that the rows lie in. */
    static final List<Where> PLACES = List.of(
            new Where("LU", "european_union", Membership.IN),
            new Where("FR", "european_union", Membership.IN),
            new Where("MA", "mediterranean", Membership.OUT),
            new Where(null, "mediterranean", Membership.OUT),
            new Where(null, "european_union", Membership.UNKNOWN));

    private static final List<String> ASKED = List.of(
            "WORLD", "WORLD", "EU", "EU", "NON_EU", "LU", "FR", "region:mediterranean", "region:UNKNOWN", "FR+MA");

    /** Places of shares, and places of which they are parts. */
    private static final List<List<String>> PARTS_OF = List.of(
            List.of("LU", "EU"),
            List.of("FR+LU", "EU"),
            List.of("MA", "NON_EU"),
            List.of("EU", "WORLD"),
            List.of("NON_EU", "WORLD"),
            List.of("FR", "WORLD"),
            List.of("FR+MA", "WORLD"),
            List.of("region:mediterranean", "WORLD"),
            List.of("LU", "region:european_union"));

    private static final List<Institution> BOOKS =
            List.of(Institution.GROUP, Institution.GROUP, Institution.EIB, Institution.EIF);
    private static final List<String> PERIODS = List.of("2023", "2024", "2024", "2023..2024");
    private static final List<Long> PARTS = List.of(0L, 0L, 20L, 30L, 50L, 80L, 100L, 100L);
    private static final long WHOLE = 100;

    private final Random random;
    private final int unknown;
    private final boolean cancels;
    private final int rows;

    private RandomRows(Random random) {
        this.random = random;
        this.unknown = pick(List.of(0, 15, 15, 30, 30, 30, 60));
        this.cancels = random.nextBoolean();
        this.rows = random.nextInt(8) == 0 ? 12 : random.nextInt(11);
    }

    /** Up to 12 rows of 2023 and 2024. */
    public static List<Financing> portfolio(Random random) {
        var some = new RandomRows(random);
        if (random.nextInt(20) == 0) {
            return some.alike();
        }
        var portfolio = new ArrayList<Financing>();
        for (var i = 0; i < some.rows; i++) {
            portfolio.add(some.row());
        }
        return portfolio;
    }

    /** Twelve rows of one year and institution that all have one thing unknown. */
    private List<Financing> alike() {
        var portfolio = new ArrayList<Financing>();
        var isLabel = random.nextBoolean();
        for (var i = 0; i < 12; i++) {
            var row = new Financing(
                    Institution.EIB,
                    Stage.SIGNED,
                    2024,
                    new Operation("op" + i, "op" + i),
                    1 + cents(),
                    0L,
                    0L,
                    PLACES.get(0),
                    known());
            portfolio.add(isLabel ? row.with(LABELS.get(0), Part.UNKNOWN) : row.with(Where.NOWHERE));
        }
        return portfolio;
    }

    private Financing row() {
        var institution = random.nextInt(3) == 0 ? Institution.EIF : Institution.EIB;
        var cents = cents();
        var labels = new HashMap<Label, Part>();
        for (var label : LABELS) {
            labels.put(label, part(isUnknown()));
        }
        var where = isUnknown()
                ? Where.NOWHERE
                : PLACES.get(random.nextInt(10) == 0 ? 3 + random.nextInt(2) : random.nextInt(3));
        return new Financing(
                institution,
                random.nextInt(12) == 0 ? Stage.APPROVED : Stage.SIGNED,
                2023 + (random.nextInt(3) + 1) / 2,
                operation(),
                cents,
                institution == Institution.EIB ? Long.valueOf(0) : joint(cents),
                random.nextInt(6) == 0 ? null : Long.valueOf(random.nextInt(5) * 1_000L),
                where,
                labels);
    }

    private boolean isUnknown() {
        return random.nextInt(100) < unknown;
    }

    /** Four names in all, and ids that hide them. */
    private Operation operation() {
        var number = random.nextInt(6);
        return random.nextInt(3) == 0
                ? new Operation(null, "name:" + number % 4)
                : new Operation("op" + number, "op" + number);
    }

    private long cents() {
        var size = random.nextInt(4) == 0 ? 10_000L * random.nextInt(3) : random.nextInt(100_000);
        return cancels && random.nextInt(6) == 0 ? -size : size;
    }

    private @Nullable Long joint(long cents) {
        return isUnknown() ? null : Long.valueOf(cents / pick(List.of(1, 2, 4, Integer.MAX_VALUE)));
    }

    private Map<Label, Part> known() {
        var labels = new HashMap<Label, Part>();
        LABELS.forEach(label -> labels.put(label, part(false)));
        return labels;
    }

    private Part part(boolean isUnknown) {
        var one = pick(PARTS);
        if (!isUnknown) {
            return Part.hundredths(one, one);
        }
        var other = pick(PARTS);
        return random.nextBoolean() ? Part.UNKNOWN : Part.hundredths(Math.min(one, other), Math.max(one, other));
    }

    /** One claim of each measure about amounts, a second share, one of a place, and one about each year. */
    public static List<Claim> claims(Random random) {
        var claims = new ArrayList<Claim>();
        for (var measure : List.of(Measure.AMOUNT, Measure.SHARE, Measure.SHARE, Measure.MOBILISED, Measure.RATIO)) {
            claims.add(claim(measure, random));
        }
        claims.add(claim(random.nextBoolean() ? Measure.SHARE : Measure.AMOUNT, random)
                .during(new Period(2023, 2024, true)));
        claims.add(claim(Measure.JOINT, random));
        claims.add(growth(Measure.GROWTH, random));
        claims.add(shareOfPlace(random));
        return claims;
    }

    /** From 2023 to 2024; every second one a multiple. */
    public static Claim growth(Measure measure, Random random) {
        var claim = claim(measure, random);
        var figure = Figure.parse(random.nextBoolean() ? "50 %" : "2 x");
        var grown = Samples.claim(measure, claim.hedge(), figure)
                .about(claim.subject().against(Period.year(2023)));
        return grown.during(Period.year(2024));
    }

    private static Claim shareOfPlace(Random random) {
        var places = pick(random, PARTS_OF);
        var claim = claim(Measure.SHARE, random);
        return claim.about(claim.subject()
                .labelled(null)
                .within(Place.parse(places.get(1)))
                .partIn(Place.parse(places.get(0))));
    }

    public static Claim claim(Measure measure, Random random) {
        var figure = switch (measure) {
            case AMOUNT, MOBILISED, JOINT -> Figure.parse("100 EUR");
            case SHARE -> Figure.parse("50 %");
            case RATIO -> Figure.parse("0.1 x");
            case OPERATIONS, COUNT, GROWTH, OPERATIONS_GROWTH -> Figure.parse("3");
        };
        var hedges = List.of(Hedge.NONE, Hedge.ABOUT, Hedge.OVER, Hedge.AT_LEAST, Hedge.AT_MOST);
        var claim = Samples.claim(measure, pick(random, hedges), figure);
        claim = Samples.by(claim, pick(random, BOOKS));
        claim = Samples.in(claim, Place.parse(pick(random, ASKED)));
        claim = claim.during(Period.parse(pick(random, PERIODS)));
        if (measure == Measure.SHARE || random.nextBoolean()) {
            claim = Samples.of(claim, pick(random, LABELS));
        }
        return random.nextInt(8) == 0 ? Samples.ownResources(claim) : claim;
    }

    private <T> T pick(List<T> values) {
        return pick(random, values);
    }

    static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** What is not known of a row, told at random: inside what was possible. */
    static Part told(Part part, Random random) {
        var low = part.low().movePointRight(2).longValueExact();
        var high = part.high().movePointRight(2).longValueExact();
        var one = low + (long) random.nextInt((int) (Math.min(high, WHOLE) - low) + 1);
        return Part.hundredths(one, one);
    }
}
