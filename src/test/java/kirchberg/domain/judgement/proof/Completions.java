package kirchberg.domain.judgement.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which what is unknown of some rows may turn out, in whole numbers, one row after the other.
 *
 * <p>Of each row only the corners are tried: its label at the least or the greatest part, the row in or out, the part
 * that both institutions count nothing or the whole. That suffices. A sum is linear in each of these numbers alone, and
 * a quotient of two sums, where its denominator stays above zero, is monotone in each of them alone: moving one number
 * to one of its ends never makes the value smaller, and to one of its ends never makes it greater. So the least and the
 * greatest value over the whole box are taken at corners.
 */
final class Completions {
    /** Parts of an amount are counted in hundredths. */
    static final long WHOLE = 100;

    private static final BigDecimal CENTS = new BigDecimal("100");
    private static final BigDecimal HUNDREDTHS_OF_CENTS = new BigDecimal("10000");

    /**
     * What one row may turn out to bring.
     *
     * @param numerator in hundredths of a cent
     * @param denominator in cents
     */
    record Option(long numerator, long denominator) {
        static final Option NOTHING = new Option(0, 0);
    }

    private final List<List<Option>> rows;
    private @Nullable Option leastShare;
    private @Nullable Option greatestShare;
    private long leastNumerator = Long.MAX_VALUE;
    private long greatestNumerator = Long.MIN_VALUE;
    private long leastDenominator = Long.MAX_VALUE;

    private Completions(List<List<Option>> rows) {
        this.rows = rows;
        walk(0, 0, 0);
    }

    /** All completions of rows that each have these options. */
    static Completions of(List<List<Option>> rows) {
        return new Completions(rows);
    }

    /** How many completions there are, equal options of a row counted once. */
    static long count(List<List<Option>> rows) {
        return rows.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
    }

    private void walk(int next, long numerator, long denominator) {
        if (next == rows.size()) {
            leastNumerator = Math.min(leastNumerator, numerator);
            greatestNumerator = Math.max(greatestNumerator, numerator);
            leastDenominator = Math.min(leastDenominator, denominator);
            if (denominator > 0) {
                compare(new Option(numerator, denominator));
            }
            return;
        }
        for (var option : rows.get(next)) {
            walk(next + 1, numerator + option.numerator(), denominator + option.denominator());
        }
    }

    private void compare(Option share) {
        if (leastShare == null || isLess(share, leastShare)) {
            leastShare = share;
        }
        if (greatestShare == null || isLess(greatestShare, share)) {
            greatestShare = share;
        }
    }

    private static boolean isLess(Option one, Option other) {
        return Math.multiplyExact(one.numerator(), other.denominator())
                < Math.multiplyExact(other.numerator(), one.denominator());
    }

    /** Least and greatest labelled amount. */
    Interval amount() {
        return Interval.closed(euro(leastNumerator), euro(greatestNumerator));
    }

    /**
     * Least and greatest share; empty if no completion has a denominator above zero, or if a cancellation lets one fall
     * to zero or below, so that shares between completions have no bounds.
     */
    Optional<Interval> share() {
        var mayCancel = rows.stream().flatMap(List::stream).anyMatch(o -> o.denominator() < 0);
        if (leastShare == null || greatestShare == null || (mayCancel && leastDenominator <= 0)) {
            return Optional.empty();
        }
        return Optional.of(Interval.closed(quotient(leastShare), quotient(greatestShare)));
    }

    /** The sums that the numerators of all completions give, each once. */
    static Set<Long> numerators(List<List<Option>> rows) {
        var sums = Set.of(0L);
        for (var options : rows) {
            sums = sums.stream()
                    .flatMap(sum -> options.stream().map(option -> sum + option.numerator()))
                    .collect(Collectors.toSet());
        }
        return sums;
    }

    /**
     * One amount over another, each completed for itself, over every pair: a claim states both as separate sums.
     *
     * @param open whether a numerator has no upper end
     */
    static Optional<Interval> ratio(Set<Long> numerators, Set<Long> denominators, boolean open) {
        Option least = null;
        Option greatest = null;
        for (var denominator : denominators) {
            for (var numerator : denominator > 0 ? numerators : Set.<Long>of()) {
                var ratio = new Option(numerator, denominator);
                least = least == null || isLess(ratio, least) ? ratio : least;
                greatest = greatest == null || isLess(greatest, ratio) ? ratio : greatest;
            }
        }
        if (least == null || greatest == null) {
            return Optional.empty();
        }
        var reachesZero = denominators.stream().anyMatch(d -> d <= 0);
        return Optional.of(Interval.closed(ratio(least), reachesZero || open ? null : ratio(greatest)));
    }

    /**
     * A later amount over an earlier one, over every pair with an earlier one above zero. Where that one comes as near
     * to zero as one likes, a later one above zero grows without limit, and one below zero falls without limit.
     */
    static Optional<Interval> growth(Set<Long> later, Set<Long> earlier) {
        var reachesZero = earlier.stream().anyMatch(d -> d <= 0);
        if (reachesZero && later.stream().anyMatch(n -> n < 0)) {
            return Optional.empty();
        }
        return ratio(later, earlier, false)
                .map(found -> reachesZero && later.stream().noneMatch(n -> n > 0)
                        ? Interval.closed(found.low(), found.low())
                        : found);
    }

    private static Quotient euro(long hundredthsOfCents) {
        return new Quotient(BigDecimal.valueOf(hundredthsOfCents), HUNDREDTHS_OF_CENTS);
    }

    private static Quotient quotient(Option share) {
        return new Quotient(
                BigDecimal.valueOf(share.numerator()),
                BigDecimal.valueOf(share.denominator()).multiply(CENTS));
    }

    private static Quotient ratio(Option ratio) {
        return new Quotient(BigDecimal.valueOf(ratio.numerator()), BigDecimal.valueOf(ratio.denominator()));
    }

    /**
     * What each row that a claim may speak of can bring to the signed amount; rows that are certainly out are not
     * there.
     */
    static List<List<Option>> signed(Claim claim, List<Financing> rows) {
        return rows.stream()
                .filter(row -> mayBeIn(claim, row))
                .map(row -> withOut(claim, row, signed(claim, row)))
                .toList();
    }

    /** The same of the mobilised amount; one that is not stated counts as nothing here. */
    static List<List<Option>> mobilised(Claim claim, List<Financing> rows) {
        return rows.stream()
                .filter(row -> mayBeIn(claim, row))
                .map(row -> withOut(claim, row, parts(claim, row).map(part -> new Option(stated(row) * part, 0))))
                .toList();
    }

    /** Both in one: a row that is out of the numerator is out of the denominator too. */
    static List<List<Option>> mobilisedOverSigned(Claim claim, List<Financing> rows) {
        return rows.stream()
                .filter(row -> mayBeIn(claim, row))
                .map(row -> withOut(
                        claim,
                        row,
                        joints(claim, row)
                                .flatMap(joint -> parts(claim, row)
                                        .map(part ->
                                                new Option(stated(row) * part * WHOLE, (row.cents() - joint) * part)))))
                .toList();
    }

    /** What each row can bring to the amount that both institutions count: only rows of the EIF have such a part. */
    static List<List<Option>> joint(Claim claim, List<Financing> rows) {
        return rows.stream()
                .filter(row -> mayBeIn(claim, row) && row.institution() == Institution.EIF)
                .map(row -> withOut(
                        claim,
                        row,
                        shared(row).flatMap(joint -> parts(claim, row).map(part -> new Option(joint * part, 0)))))
                .toList();
    }

    /** Whether some row that may be in mobilises an amount that nobody knows. */
    static boolean isOpen(Claim claim, List<Financing> rows) {
        return rows.stream()
                .filter(row -> mayBeIn(claim, row))
                .anyMatch(
                        row -> row.mobilisedCents() == null && parts(claim, row).anyMatch(part -> part > 0));
    }

    private static Stream<Option> signed(Claim claim, Financing row) {
        return joints(claim, row).flatMap(joint -> {
            var counted = row.cents() - joint;
            return parts(claim, row).map(part -> new Option(counted * part, counted));
        });
    }

    private static List<Option> withOut(Claim claim, Financing row, Stream<Option> options) {
        var out = mayBeOut(claim, row) ? Stream.of(Option.NOTHING) : Stream.<Option>empty();
        return new ArrayList<>(new LinkedHashSet<>(Stream.concat(options, out).toList()));
    }

    private static long stated(Financing row) {
        return row.mobilisedCents() == null ? 0 : row.mobilisedCents();
    }

    private static Stream<Long> parts(Claim claim, Financing row) {
        var label = claim.of();
        var place = claim.ofPlace();
        if (place != null) {
            return Stream.of(isSurelyAt(place, row) ? WHOLE : 0, mayBeAt(place, row) ? WHOLE : 0);
        }
        return label == null
                ? Stream.of(WHOLE)
                : Stream.of(row.part(label).low(), row.part(label).high())
                        .map(part -> part.movePointRight(2).longValueExact());
    }

    private static Stream<Long> joints(Claim claim, Financing row) {
        if (claim.institution() != Institution.GROUP || row.institution() == Institution.EIB) {
            return Stream.of(0L);
        }
        return shared(row);
    }

    private static Stream<Long> shared(Financing row) {
        return row.jointCents() == null ? Stream.of(0L, row.cents()) : Stream.of(row.jointCents());
    }

    private static boolean isOther(Claim claim, Financing row) {
        var otherBooks = claim.institution() != Institution.GROUP && claim.institution() != row.institution();
        return otherBooks
                || row.stage() != claim.stage()
                || row.year() < claim.period().from()
                || row.year() > claim.period().to();
    }

    static boolean mayBeIn(Claim claim, Financing row) {
        return !isOther(claim, row) && mayBeAt(claim.place(), row);
    }

    static boolean mayBeAt(Place place, Financing row) {
        return isUnplaced(place, row) || isAt(place, row);
    }

    static boolean isSurelyAt(Place place, Financing row) {
        return !isUnplaced(place, row) && isAt(place, row);
    }

    static boolean mayBeOut(Claim claim, Financing row) {
        var asksForOwn = claim.resources() == Resources.OWN && claim.institution() != Institution.EIF;
        return asksForOwn || isUnplaced(claim.place(), row);
    }

    private static boolean isUnplaced(Place place, Financing row) {
        return switch (place.kind()) {
            case WORLD -> false;
            case EU, NON_EU -> row.where().eu() == Membership.UNKNOWN;
            case COUNTRY, COUNTRIES -> row.where().country() == null;
            case REGION -> row.where().region().equals("UNKNOWN");
        };
    }

    private static boolean isAt(Place place, Financing row) {
        return switch (place.kind()) {
            case WORLD -> true;
            case EU -> row.where().eu() == Membership.IN;
            case NON_EU -> row.where().eu() == Membership.OUT;
            case COUNTRY, COUNTRIES ->
                place.countryCodes().stream()
                        .anyMatch(code -> code.equals(row.where().country()));
            case REGION -> place.code().equals(row.where().region());
        };
    }
}
