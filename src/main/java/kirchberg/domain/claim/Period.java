package kirchberg.domain.claim;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The signature years of a claim, both included.
 *
 * @param from first year
 * @param to last year
 * @param each true if the claim is made for every single year, false if for all of them together
 */
public record Period(int from, int to, boolean each) {
    private static final Pattern TEXT = Pattern.compile("(each )?([12]\\d{3})(?:\\.\\.([12]\\d{3}))?");

    public Period {
        if (from > to) {
            throw new IllegalArgumentException("Cannot make a period: got " + from + " after " + to);
        }
    }

    public static Period year(int year) {
        return new Period(year, year, false);
    }

    /** Inverse of {@link #text()}. */
    public static Period parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Cannot read a period: got \"" + text
                    + "\", expected a year, years as in 2025..2027, or each 2021..2024");
        }
        var from = Integer.parseInt(parts.group(2));
        var to = parts.group(3) == null ? from : Integer.parseInt(parts.group(3));
        return new Period(from, to, parts.group(1) != null);
    }

    public boolean covers(int year) {
        return from <= year && year <= to;
    }

    /** The years one by one. */
    public List<Integer> years() {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    /** As many years that begin so many years later; earlier if below zero. */
    public Period later(int years) {
        return new Period(from + years, to + years, each);
    }

    /** Text as in claim files: 2024, 2025..2027, or each 2021..2024. */
    public String text() {
        var years = from == to ? String.valueOf(from) : from + ".." + to;
        return each ? "each " + years : years;
    }
}
