package kirchberg.read.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A JSON number as the plain decimal that the grammar of amounts reads. */
final class PlainNumber {
    /** Greatest amount and greatest exponent: ten to this power. */
    private static final int POWER = 15;

    private static final BigDecimal GREATEST = BigDecimal.TEN.pow(POWER);

    /** Digits of an amount, zeros around it included; what is longer is not looked at. */
    private static final int LENGTH = 64;

    /** An exponent of at most fifteen, or none. */
    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]+([.][0-9]+)?([eE][+-]?0*([0-9]|1[0-" + (POWER - 10) + "]))?");

    private static final Pattern EXPONENT = Pattern.compile("[eE]");

    private PlainNumber() {}

    /**
     * The number without exponent and without zeros behind the point. One beyond 10^15 or with parts of a cent is
     * handed on with an exponent, so that no grammar reads it: it is never rounded and never shifted.
     *
     * @param token digits as received
     */
    static String of(String token) {
        if (token.length() > LENGTH || !NUMBER.matcher(token).matches()) {
            return unreadable(token);
        }
        var number = new BigDecimal(token).stripTrailingZeros();
        if (number.scale() > 2 || number.abs().compareTo(GREATEST) > 0) {
            return unreadable(token);
        }
        return number.toPlainString();
    }

    private static String unreadable(String token) {
        return EXPONENT.matcher(token).find() ? token : token + "E0";
    }
}
