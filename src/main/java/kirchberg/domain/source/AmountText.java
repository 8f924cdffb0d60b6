package kirchberg.domain.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of amounts, written once for the reader, which counts money by itself, and for the plan that cleans.
 *
 * <p><b>The rule both keep:</b> the amount of a record counts as readable exactly if the record is structurally sound
 * ({@link RejectReason#isStructural}) or its format keeps values apart ({@link SourceFormat#isColumnar}), its currency
 * is the euro, and the grammar of its format reads the amount's text. A record rejected for another value, such as a
 * bad date, keeps its readable amount. Every other record has an unreadable amount, whose money is unknown: no amount,
 * a bad, ambiguous or negative one, another currency or none, and all of a structurally broken record.
 *
 * <p>The expressions hold no group that matters, are anchored at both ends, and are the same in Java and in Spark.
 */
public final class AmountText {
    /**
     * Signed amounts of the bank's export: an optional euro sign, comma groups of three or none, at most 15 digits
     * before the point and at most two after it.
     */
    public static final String EXPORT =
            "^€?[ \\u00A0\\u202F]?([0-9]{1,3}(,[0-9]{3}){0,4}|[0-9]{1,15})([.][0-9]{1,2})?\\z";

    /** What is taken out of an amount that {@link #EXPORT} matches, to be left with a plain decimal. */
    public static final String EXPORT_NOISE = "[€, \\u00A0\\u202F]";

    /**
     * Amounts of a canonical portfolio or an activity file: a plain decimal, below zero for a cancellation or
     * correction.
     */
    public static final String CANONICAL = "^-?[0-9]{1,16}([.][0-9]{1,2})?\\z";

    /** Amounts that are stated as plain decimals and cannot be below zero. */
    public static final String UNSIGNED = "^[0-9]{1,16}([.][0-9]{1,2})?\\z";

    /** Text that no grammar reads and that names another currency: {@link RejectReason#OTHER_CURRENCY}, asked first. */
    public static final String OTHER_CURRENCY = "^(.*[\\p{Sc}&&[^€]].*"
            + "|(?!EUR)[A-Z]{3}[ \\u00A0\\u202F]?[-(]?[0-9][0-9,.)]*"
            + "|[-(]?[0-9][0-9,.)]*[ \\u00A0\\u202F]?(?!EUR)[A-Z]{3})\\z";

    /** Text that no grammar reads and that is below zero: {@link RejectReason#NEGATIVE_SIGNED}, asked second. */
    public static final String NEGATIVE = "^€?[ \\u00A0\\u202F]?("
            + "[-\\u2212][ \\u00A0\\u202F]?€?[ \\u00A0\\u202F]?[0-9][0-9,. \\u00A0\\u202F]*"
            + "|[(]€?[ \\u00A0\\u202F]?[0-9][0-9,. \\u00A0\\u202F]*[)])\\z";

    /**
     * Text that no grammar reads and that means one number in one country and another in the next, such as 1.234 or
     * 1,23: {@link RejectReason#AMBIGUOUS_NUMBER}, asked third. What is left is {@link RejectReason#BAD_AMOUNT}.
     */
    public static final String AMBIGUOUS = "^€?[ \\u00A0\\u202F]?("
            + "[0-9]{1,3}([. \\u00A0\\u202F][0-9]{3})+(,[0-9]{1,2})?"
            + "|[0-9]+,[0-9]{1,2})\\z";

    private static final Pattern EXPORT_SIGNS = Pattern.compile(EXPORT_NOISE);

    /** How the amounts of a format are written. */
    public enum Grammar {
        EXPORT(AmountText.EXPORT),
        UNSIGNED(AmountText.UNSIGNED),
        SIGNED(AmountText.CANONICAL);

        private final String expression;

        @SuppressWarnings("ImmutableEnumChecker") // nobody can change a pattern
        private final Pattern pattern;

        Grammar(String expression) {
            this.expression = expression;
            this.pattern = Pattern.compile(expression);
        }

        /** What the whole text of an amount must match. */
        public String expression() {
            return expression;
        }
    }

    private AmountText() {}

    /** The amount in EUR with two decimals, or nothing if the grammar of the format does not read the text. */
    public static Optional<BigDecimal> read(SourceFormat format, @Nullable String text) {
        if (text == null || !format.amounts().pattern.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(plain(
                format.amounts() == Grammar.EXPORT ? EXPORT_SIGNS.matcher(text).replaceAll("") : text));
    }

    private static BigDecimal plain(String digits) {
        return new BigDecimal(digits).setScale(2, RoundingMode.UNNECESSARY);
    }
}
