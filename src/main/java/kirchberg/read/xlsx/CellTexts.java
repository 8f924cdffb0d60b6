package kirchberg.read.xlsx;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kirchberg.domain.source.DateText;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a cell holds into the text that the export would show, exactly: a date as day, month and year, a number as
 * a plain decimal. What is no whole day, or has more than two decimals, keeps a form that no grammar of dates or
 * amounts reads, so that its record is rejected and never rounded.
 */
final class CellTexts {
    /**
     * A cell.
     *
     * @param raw what it holds, escapes decoded, otherwise as received
     * @param text what it shows; empty if nothing
     * @param fault why it cannot be used; null if it can
     * @param formula whether it is computed
     */
    record Cell(String raw, String text, @Nullable RejectReason fault, boolean formula) {
        static final Cell EMPTY = new Cell("", "", null, false);

        boolean isEmpty() {
            return text.isBlank() && fault == null && !formula;
        }
    }

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?+(?:[0-9]++(?:[.][0-9]*+)?+|[.][0-9]++)(?<exponent>[eE][-+]?+[0-9]++)?+");

    /** A day as ISO 8601, with a time only if it is midnight. */
    private static final Pattern ISO_DAY =
            Pattern.compile("([0-9]{4}-(?:0[1-9]|1[0-2])-(?:[0-2][0-9]|3[01]))(?:T00:00:00(?:[.]0+)?Z?)?");

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(DateText.EXPORT_PATTERN);

    /** Longest digits and exponent that are looked at: any longer number is no amount and no day. */
    private static final int DIGITS = 40;

    private static final int EXPONENT_DIGITS = 2;
    private static final int AMOUNT_DIGITS = 15;

    /** 31 December 9999, the last day that a workbook knows, in the 1900 system. */
    private static final long LAST_SERIAL = 2_958_465;

    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate DAY_ZERO_OF_1900 = LocalDate.of(1899, 12, 31);

    private final boolean countsFrom1904;

    CellTexts(boolean countsFrom1904) {
        this.countsFrom1904 = countsFrom1904;
    }

    /** A cell of a number; a day if its style says so. */
    Cell number(String value, boolean isDate, boolean formula) {
        return shown(isDate ? day(value) : number(value), value, formula);
    }

    /** A cell that holds its own value, of any type but a number. */
    static Cell typed(String type, String value, boolean formula) {
        return switch (type) {
            case "inlineStr", "str" -> text(value, value, formula);
            case "b" -> bool(value.strip(), formula);
            case "d" -> shown(isoDay(value.strip()), value, formula);
            default -> broken(value, formula);
        };
    }

    /** A cell without a value. */
    static Cell empty(@Nullable String type, boolean formula) {
        return new Cell("", "", "e".equals(type) ? RejectReason.BAD_CELL : null, formula);
    }

    private static Cell bool(String value, boolean formula) {
        return switch (value) {
            case "0", "false" -> shown("FALSE", value, formula);
            case "1", "true" -> shown("TRUE", value, formula);
            default -> broken(value, formula);
        };
    }

    /** A cell of text, null if there is none where one is promised. */
    static Cell text(@Nullable String received, String value, boolean formula) {
        if (received == null) {
            return broken(value, formula);
        }
        var decoded = unescaped(received);
        return shown(decoded, decoded, formula);
    }

    private static Cell shown(@Nullable String shown, String raw, boolean formula) {
        if (shown == null) {
            return broken(raw, formula);
        }
        if (shown.length() > Limits.CELL || shown.getBytes(StandardCharsets.UTF_8).length > Limits.CELL) {
            return new Cell(raw, "", RejectReason.TOO_LARGE, formula);
        }
        return new Cell(raw, shown, isText(shown) ? null : RejectReason.BAD_TEXT, formula);
    }

    /** A cell that is not what its type says. */
    static Cell broken(String raw, boolean formula) {
        return new Cell(raw, "", RejectReason.BAD_CELL, formula);
    }

    /** Whether there is no NUL and no half of a letter, which escapes can bring in. */
    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    /** The letters that escapes such as {@code _x000D_} stand for, ECMA-376 part 1, 22.9.2.19. */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(
                                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : text;
    }

    /** The text of a number; null if it is none. */
    private static @Nullable String number(String value) {
        var matcher = NUMBER.matcher(value);
        if (!matcher.matches()) {
            return null;
        }
        var exponent = matcher.group("exponent");
        var unread = exponent == null ? value + "E0" : value;
        var decimal = decimal(value, exponent);
        if (decimal == null || decimal.scale() > 2 || decimal.precision() - decimal.scale() > AMOUNT_DIGITS) {
            return unread;
        }
        return decimal.toPlainString();
    }

    /** The text of a number that is shown as a date; the number as it stands if it is no whole day, null if none. */
    private @Nullable String day(String value) {
        var matcher = NUMBER.matcher(value);
        if (!matcher.matches()) {
            return null;
        }
        var decimal = decimal(value, matcher.group("exponent"));
        if (decimal == null || decimal.scale() > 0 || decimal.precision() - decimal.scale() > DIGITS) {
            return value;
        }
        var day = decimal.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0 ? null : day(decimal.longValue());
        return day == null ? value : SHOWN.format(day);
    }

    /** The text of a day as ISO 8601; the text as it stands if it is none. */
    private static String isoDay(String value) {
        var matcher = ISO_DAY.matcher(value);
        if (!matcher.matches()) {
            return value;
        }
        var day = matcher.group(1);
        return day.substring(8) + "/" + day.substring(5, 7) + "/" + day.substring(0, 4);
    }

    private @Nullable LocalDate day(long serial) {
        if (countsFrom1904) {
            return serial < 0 ? null : DAY_ZERO_OF_1904.plusDays(serial);
        }
        // serial 60 is 29 February 1900, which never was: every later day is one too high
        return serial < 1 || serial == 60 ? null : DAY_ZERO_OF_1900.plusDays(serial < 60 ? serial : serial - 1);
    }

    private static @Nullable BigDecimal decimal(String value, @Nullable String exponent) {
        var digits = value.length() - (exponent == null ? 0 : exponent.length());
        if (digits > DIGITS || (exponent != null && exponent.length() > 2 + EXPONENT_DIGITS)) {
            return null;
        }
        return new BigDecimal(value).stripTrailingZeros();
    }
}
