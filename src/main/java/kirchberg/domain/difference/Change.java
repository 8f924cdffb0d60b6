package kirchberg.domain.difference;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the older portfolio with the row of the newer one that it became.
 *
 * @param before null if it appeared
 * @param after null if it vanished
 */
public record Change(@Nullable Content before, @Nullable Content after) {
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    /** What weighs most comes first; of two that weigh the same, the one with more money. */
    public static final Comparator<Change> HEAVIEST_FIRST = Comparator.comparing(Change::weightEur)
            .thenComparing(Change::greaterEur)
            .reversed()
            .thenComparing(Change::either, Content.ORDER)
            .thenComparing(change -> change.cause());

    public Change {
        if (before == null && after == null) {
            throw new IllegalArgumentException("Cannot make a change of nothing: got two nulls, expected a row");
        }
    }

    /** The one cause; a region that follows its country is no cause of its own. */
    public Cause cause() {
        if (before == null) {
            return Cause.APPEARED;
        }
        if (after == null) {
            return Cause.VANISHED;
        }
        var causes = causes();
        return causes.size() > 1 ? Cause.SEVERAL : causes.stream().findFirst().orElse(Cause.UNCHANGED);
    }

    /** The attributes that differ; none if a row stands alone. */
    public Set<Attribute> changed() {
        return before == null || after == null ? EnumSet.noneOf(Attribute.class) : before.differences(after);
    }

    /** Amount before, in EUR; 0 if it appeared. */
    public BigDecimal beforeEur() {
        return before == null ? NOTHING : before.amountEur();
    }

    /** Amount after, in EUR; 0 if it vanished. */
    public BigDecimal afterEur() {
        return after == null ? NOTHING : after.amountEur();
    }

    /** What it adds to the total, in EUR. */
    public BigDecimal differenceEur() {
        return afterEur().subtract(beforeEur());
    }

    /** Every cause that holds of a pair. */
    Set<Cause> causes() {
        var changed = changed();
        if (changed.contains(Attribute.COUNTRY)) {
            changed.remove(Attribute.REGION);
        }
        var causes = EnumSet.noneOf(Cause.class);
        changed.forEach(attribute -> causes.add(causeOf(attribute)));
        return causes;
    }

    /** Days between the signatures; 0 if a row stands alone. */
    long days() {
        return before == null || after == null
                ? 0
                : Math.abs(ChronoUnit.DAYS.between(before.signedOn(), after.signedOn()));
    }

    private Cause causeOf(Attribute attribute) {
        return switch (attribute) {
            case AMOUNT -> Cause.AMOUNT;
            case SIGNED_ON -> isInOneYear() ? Cause.DATE : Cause.YEAR;
            case COUNTRY -> Cause.COUNTRY;
            case REGION,
                    SECTOR,
                    NAME,
                    DESCRIPTION,
                    INSTITUTION,
                    STAGE,
                    NUTS2,
                    JOINT_AMOUNT,
                    MOBILISED_AMOUNT,
                    PRIORITIES,
                    CLIMATE_SHARE,
                    PROGRAMMES,
                    OPERATION_ID,
                    CONTRACT_ID -> Cause.LABEL;
        };
    }

    private boolean isInOneYear() {
        return before != null
                && after != null
                && before.signedOn().getYear() == after.signedOn().getYear();
    }

    /** The money that counts elsewhere now: all of it where it moved to another year or country. */
    private BigDecimal weightEur() {
        var moved = causes().contains(Cause.YEAR) || causes().contains(Cause.COUNTRY);
        var difference = differenceEur().abs();
        return moved ? difference.max(greaterEur()) : difference;
    }

    private BigDecimal greaterEur() {
        return beforeEur().abs().max(afterEur().abs());
    }

    private Content either() {
        return Stream.ofNullable(before)
                .findFirst()
                .orElseGet(() -> Stream.ofNullable(after).findFirst().orElseThrow());
    }
}
