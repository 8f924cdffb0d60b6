package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.counting.Corner;
import org.jspecify.annotations.Nullable;

/**
 * Sum of all financings that no claim can tell apart: the unit of judgement. A cell is one label's view (or, with a
 * null label, the view without labels): the cells of one view add up to the portfolio.
 *
 * <p>Amounts are split by sign, because an uncertain negative amount lowers the least possible sum and an uncertain
 * positive one raises the greatest.
 *
 * @param institution EIB or EIF
 * @param countryCode ISO alpha-2, null if unknown
 * @param region key of the bank's own scheme, {@code UNKNOWN} if unknown
 * @param eu membership on the signature date
 * @param label whose view this is; null for the view without labels
 * @param lowShare least part of each amount that carries the label; 0 in the view without labels
 * @param highShare greatest part; 1 in the view without labels
 * @param rows number of financings
 * @param positiveEur sum of the amounts of zero and above
 * @param negativeEur sum of the amounts below zero, as a negative number
 * @param jointPositiveEur what both institutions count, of the positive amounts where stated
 * @param jointNegativeEur what both institutions count, of the negative amounts where stated
 * @param unsharedPositiveEur sum of the positive amounts whose joint part is unknown: each may count in the Group
 *     wholly, in part or not at all
 * @param unsharedNegativeEur the same of the negative amounts
 * @param mobilisedEur sum of the stated mobilised amounts
 * @param mobilisedUnknownRows financings without a stated mobilised amount
 */
public record Cell(
        Institution institution,
        Stage stage,
        int year,
        @Nullable String countryCode,
        String region,
        Membership eu,
        @Nullable Label label,
        BigDecimal lowShare,
        BigDecimal highShare,
        long rows,
        BigDecimal positiveEur,
        BigDecimal negativeEur,
        BigDecimal jointPositiveEur,
        BigDecimal jointNegativeEur,
        BigDecimal unsharedPositiveEur,
        BigDecimal unsharedNegativeEur,
        BigDecimal mobilisedEur,
        long mobilisedUnknownRows) {

    /** Where the financings of this cell lie. */
    public Corner corner() {
        return new Corner(institution, stage, year, countryCode, region, eu);
    }

    /**
     * The financings of both cells as one, where nothing that is asked tells them apart: it lies where this one lies.
     */
    Cell with(Cell other) {
        return new Cell(
                institution,
                stage,
                year,
                countryCode,
                region,
                eu,
                label,
                lowShare,
                highShare,
                rows + other.rows,
                positiveEur.add(other.positiveEur),
                negativeEur.add(other.negativeEur),
                jointPositiveEur.add(other.jointPositiveEur),
                jointNegativeEur.add(other.jointNegativeEur),
                unsharedPositiveEur.add(other.unsharedPositiveEur),
                unsharedNegativeEur.add(other.unsharedNegativeEur),
                mobilisedEur.add(other.mobilisedEur),
                mobilisedUnknownRows + other.mobilisedUnknownRows);
    }

    /**
     * Of this cell of the view without labels, the financings that carry nothing of a label: all but those of the cells
     * of the same corner that carry some of it.
     */
    public Cell without(Label absent, List<Cell> carrying) {
        return new Cell(
                institution,
                stage,
                year,
                countryCode,
                region,
                eu,
                absent,
                lowShare,
                lowShare,
                fewer(carrying, Cell::rows),
                less(carrying, Cell::positiveEur),
                less(carrying, Cell::negativeEur),
                less(carrying, Cell::jointPositiveEur),
                less(carrying, Cell::jointNegativeEur),
                less(carrying, Cell::unsharedPositiveEur),
                less(carrying, Cell::unsharedNegativeEur),
                less(carrying, Cell::mobilisedEur),
                fewer(carrying, Cell::mobilisedUnknownRows));
    }

    private long fewer(List<Cell> carrying, ToLongFunction<Cell> count) {
        return count.applyAsLong(this) - carrying.stream().mapToLong(count).sum();
    }

    private BigDecimal less(List<Cell> carrying, Function<Cell, BigDecimal> amount) {
        return carrying.stream().map(amount).reduce(amount.apply(this), BigDecimal::subtract);
    }
}
