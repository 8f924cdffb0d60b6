package kirchberg.read.iati;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The part of an activity's amounts that goes to one place and one sector.
 *
 * @param country code; null if not known
 * @param region label; null for a country, or if not known
 * @param sector label; null if not known
 * @param weight above zero, and the part of the sum of all weights that this part is of the whole
 */
record Part(
        @Nullable String country,
        @Nullable String region,
        @Nullable String sector,
        BigDecimal weight) {
    /** The whole of an amount whose place and sector are not known. */
    static final Part UNKNOWN = new Part(null, null, null, BigDecimal.ONE);

    private static final Share NOT_KNOWN = new Share(null, false, null);

    /**
     * The parts of an activity, by place first: countries and regions together if their percentages add up to 100, else
     * the countries alone. Where no percentages add up, place or sector is unknown and not split.
     *
     * @param tally counts what does not add up
     * @return nothing if there are more than a record may have
     */
    static List<Part> of(List<Share> places, List<Share> sectors, Tally tally) {
        var placed = weighed(places, tally, "place", places, countries(places));
        var sectored = weighed(sectors, tally, "sector", sectors);
        if ((long) placed.size() * sectored.size() > Limits.COLUMNS) {
            return List.of();
        }
        return placed.stream()
                .flatMap(place -> sectored.stream().map(sector -> part(place, sector)))
                .toList();
    }

    /** A share and its percentage. */
    private record Weighed(Share share, BigDecimal weight) {}

    private static Part part(Weighed place, Weighed sector) {
        var label = place.share().label();
        return new Part(
                place.share().region() ? null : label,
                place.share().region() ? label : null,
                sector.share().label(),
                place.weight().multiply(sector.weight()));
    }

    /** The countries if they may be all there is: none leaves its percentage out while a region states one. */
    private static List<Share> countries(List<Share> places) {
        var countries = places.stream().filter(p -> !p.region()).toList();
        var silent = countries.stream().anyMatch(c -> c.percentage() == null);
        var spoken = places.stream().anyMatch(p -> p.region() && p.percentage() != null);
        return silent && spoken ? List.of() : countries;
    }

    @SafeVarargs
    private static List<Weighed> weighed(List<Share> all, Tally tally, String what, List<Share>... readings) {
        for (var shares : readings) {
            var percentages = Share.percentages(shares);
            if (percentages.isPresent()) {
                return IntStream.range(0, shares.size())
                        .mapToObj(i ->
                                new Weighed(shares.get(i), percentages.get().get(i)))
                        .filter(w -> w.weight().signum() > 0)
                        .toList();
            }
        }
        tally.count(
                all.isEmpty()
                        ? "activities that state no " + what
                        : "activities whose percentages by " + what + " do not add up to 100, so that it is not known");
        return List.of(new Weighed(NOT_KNOWN, BigDecimal.ONE));
    }

    /**
     * Splits an amount by the weights of its parts, in cents: each gets its share rounded towards zero, and the cents
     * that are left go to the greatest remainders, the first of equal ones. The results add up to the amount.
     *
     * @param amount with at most two decimals
     * @param parts at least one
     */
    static List<BigDecimal> split(BigDecimal amount, List<Part> parts) {
        var scale = parts.stream()
                .mapToInt(p -> Math.max(0, p.weight().scale()))
                .max()
                .orElse(0);
        var weights = parts.stream()
                .map(p -> p.weight().setScale(scale).unscaledValue())
                .toList();
        var whole = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var cents = amount.setScale(2).unscaledValue();
        var shares = weights.stream()
                .map(w -> cents.abs().multiply(w).divideAndRemainder(whole))
                .toList();
        return rounded(shares, cents);
    }

    private static List<BigDecimal> rounded(List<BigInteger[]> shares, BigInteger cents) {
        var results = new ArrayList<>(shares.stream().map(s -> s[0]).toList());
        var left = cents.abs().subtract(results.stream().reduce(BigInteger.ZERO, BigInteger::add));
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
                .limit(left.intValueExact())
                .forEach(i -> results.set(i, results.get(i).add(BigInteger.ONE)));
        return results.stream()
                .map(r -> new BigDecimal(cents.signum() < 0 ? r.negate() : r, 2))
                .toList();
    }
}
