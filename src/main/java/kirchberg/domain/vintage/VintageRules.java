package kirchberg.domain.vintage;

import java.math.BigDecimal;

/**
 * What a job says of a vintage that is smaller than the last one, or the same.
 *
 * @param shrinkLimit greatest part by which the records or the EUR of a source may fall, 0 to 1
 */
public record VintageRules(BigDecimal shrinkLimit, Shrunk shrunk, Same same) {
    /** A list that the bank restates loses a few rows; one that loses a twentieth is likely to be half a download. */
    public static final VintageRules DEFAULT = new VintageRules(new BigDecimal("0.05"), Shrunk.REFUSE, Same.UNCHANGED);

    /** What becomes of a run whose source is smaller than the limit allows. */
    public enum Shrunk {
        /** It fails. */
        REFUSE,
        /** It ends well, and the standing release stays. */
        HOLD
    }

    /** What becomes of a run whose sources have the same bytes as those of the standing release. */
    public enum Same {
        /** The standing release stays. */
        UNCHANGED,
        /** A new release is published. */
        PUBLISH
    }
}
