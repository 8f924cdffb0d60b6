package kirchberg.read.iati;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A country, region or sector as an activity states it.
 *
 * @param label null if the element says nothing but a percentage
 * @param region true for a region, which is no country
 * @param percentage as stated, trimmed; null if it is not
 */
record Share(
        @Nullable String label, boolean region, @Nullable String percentage) {
    private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,3}([.][0-9]{1,20})?");
    private static final BigDecimal WHOLE = new BigDecimal(100);

    /** How far the percentages of an activity may be from 100 in all, for they are rounded. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    /**
     * The percentages of shares that are all there are, zeros too; 100 for one that states none. Nothing if one of
     * several states none, if one cannot be read, or if they do not add up to 100.
     */
    static Optional<List<BigDecimal>> percentages(List<Share> shares) {
        if (shares.size() == 1 && shares.get(0).percentage() == null) {
            return Optional.of(List.of(WHOLE));
        }
        var read = shares.stream().flatMap(s -> s.read().stream()).toList();
        var sum = read.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var addsUp = sum.subtract(WHOLE).abs().compareTo(TOLERANCE) <= 0;
        return read.size() == shares.size() && addsUp ? Optional.of(read) : Optional.empty();
    }

    private Optional<BigDecimal> read() {
        return percentage != null && PERCENTAGE.matcher(percentage).matches()
                ? Optional.of(new BigDecimal(percentage))
                : Optional.empty();
    }
}
