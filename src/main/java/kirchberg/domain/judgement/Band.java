package kirchberg.domain.judgement;

import java.math.BigDecimal;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.finding.Strictness;

/**
 * What a hedge allows around a printed number: a side of the number, and a width for each of the three readings. The
 * conventions are ours (there is no agreement about them, see {@code src/docs/method.md}); changing one changes one
 * line.
 */
public enum Band {
    /** A bare number stands for all that rounds to it; a round one (90, 900) is often meant less sharply. */
    NONE(Side.ROUNDED, Width.PRINTED, Width.TENTH, Width.FIFTH),
    /** "Exactly" stands for what rounds to the number, however generous the reader. */
    EXACTLY(Side.ROUNDED, Width.PRINTED, Width.PRINTED, Width.PRINTED),
    /** "Nearly" is below the number and never reaches it; half a unit of its last digit is the usual distance. */
    NEARLY(Side.BELOW, Width.PRINTED, Width.HALF, Width.WHOLE),
    /** "Over" is strictly above; a much larger number would have been printed as such, unless the reader is lenient. */
    OVER(Side.ABOVE, Width.WHOLE, Width.DOUBLE, Width.OPEN),
    /** "About" is as wide as "nearly", on both sides. */
    ABOUT(Side.AROUND, Width.PRINTED, Width.HALF, Width.WHOLE),
    /** "At least" includes the number and says nothing of what is above. */
    AT_LEAST(Side.FROM, Width.OPEN, Width.OPEN, Width.OPEN),
    /** "Up to" is a ceiling: a small outcome does not make it false. */
    AT_MOST(Side.UP_TO, Width.OPEN, Width.OPEN, Width.OPEN),
    /** A target is met by reaching it, however far it is passed; it is due at the end of its period. */
    TARGET(Side.FROM, Width.OPEN, Width.OPEN, Width.OPEN);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Side side;
    private final Width strict;
    private final Width conventional;
    private final Width lenient;

    Band(Side side, Width strict, Width conventional, Width lenient) {
        this.side = side;
        this.strict = strict;
        this.conventional = conventional;
        this.lenient = lenient;
    }

    public static Band of(Hedge hedge) {
        return valueOf(hedge.name());
    }

    /** The values that the words allow, in the unit of the figure. */
    public Interval allows(Figure figure, Strictness strictness) {
        var v = figure.value();
        var width = width(strictness);
        return switch (side) {
            case FROM -> Interval.closed(v, null);
            case UP_TO -> Interval.closed(BigDecimal.ZERO, v);
            case ROUNDED -> around(v, width.of(figure).multiply(HALF));
            case AROUND -> around(v, width.of(figure));
            case BELOW -> Interval.below(v.subtract(width.of(figure)), v);
            case ABOVE -> Interval.above(v, width == Width.OPEN ? null : v.add(width.of(figure)));
        };
    }

    private Width width(Strictness strictness) {
        return switch (strictness) {
            case STRICT -> strict;
            case CONVENTIONAL -> conventional;
            case LENIENT -> lenient;
        };
    }

    private static Interval around(BigDecimal v, BigDecimal distance) {
        return Interval.closed(v.subtract(distance), v.add(distance));
    }

    private enum Side {
        ROUNDED,
        AROUND,
        BELOW,
        ABOVE,
        FROM,
        UP_TO
    }

    /**
     * A part of the last digit that is not zero, capped by a part of the number, never below the last printed digit.
     */
    private enum Width {
        PRINTED("0", "0"),
        TENTH("0.1", "1"),
        FIFTH("0.2", "1"),
        HALF("0.5", "0.1"),
        WHOLE("1", "0.2"),
        DOUBLE("2", "0.4"),
        OPEN("0", "0");

        private final BigDecimal partOfDigit;
        private final BigDecimal partOfNumber;

        Width(String partOfDigit, String partOfNumber) {
            this.partOfDigit = new BigDecimal(partOfDigit);
            this.partOfNumber = new BigDecimal(partOfNumber);
        }

        private BigDecimal of(Figure figure) {
            return partOfDigit
                    .multiply(figure.lastNonZero())
                    .min(partOfNumber.multiply(figure.value()))
                    .max(figure.lastPrinted());
        }
    }
}
