package kirchberg.check;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Settling;
import kirchberg.domain.settlement.Unknown;
import kirchberg.domain.settlement.Vertex;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;

/** Rows behind a figure, of which something is unknown. */
final class OpenRows {
    private OpenRows() {}

    /** Whether such rows decide a figure of this kind: numbers of operations hang on whole groups of rows. */
    static boolean areOf(Measure measure) {
        return switch (measure) {
            case AMOUNT, SHARE, GROWTH, JOINT, RATIO, MOBILISED -> true;
            case OPERATIONS, OPERATIONS_GROWTH, COUNT -> false;
        };
    }

    static boolean isKnown(Row row) {
        return belongs(row)
                && decimal(row, Contributions.LOW_SHARE).compareTo(decimal(row, Contributions.HIGH_SHARE)) == 0;
    }

    static Vertex known(Row row) {
        return new Vertex(
                decimal(row, Contributions.NUMERATOR_LOW_EUR), decimal(row, Contributions.DENOMINATOR_LOW_EUR));
    }

    /** What may come of it: in a share the whole row or none of it, else numerator and denominator apart. */
    static Unknown open(Row row, Measure measure) {
        var corners = measure == Measure.SHARE ? share(row) : apart(row);
        return new Unknown(
                row.getString(Contributions.TABLE.index(Financings.FINANCING_ID)), weight(row), corners.toList());
    }

    private static BigDecimal weight(Row row) {
        var base = decimal(row, Contributions.BASE_EUR).abs();
        return belongs(row)
                ? base.multiply(decimal(row, Contributions.HIGH_SHARE).subtract(decimal(row, Contributions.LOW_SHARE)))
                : base;
    }

    private static Stream<Vertex> share(Row row) {
        var base = decimal(row, Contributions.BASE_EUR);
        var inside = Stream.of(Contributions.LOW_SHARE, Contributions.HIGH_SHARE)
                .map(share -> new Vertex(base.multiply(decimal(row, share)), base));
        return belongs(row) ? inside : Stream.concat(Stream.of(Vertex.ORIGIN), inside);
    }

    private static Stream<Vertex> apart(Row row) {
        return ends(row, Contributions.NUMERATOR_LOW_EUR, Contributions.NUMERATOR_HIGH_EUR).stream()
                .flatMap(n -> ends(row, Contributions.DENOMINATOR_LOW_EUR, Contributions.DENOMINATOR_HIGH_EUR).stream()
                        .map(d -> new Vertex(n, d)));
    }

    private static List<BigDecimal> ends(Row row, Field low, Field high) {
        return Stream.of(decimal(row, low), decimal(row, high)).distinct().toList();
    }

    private static boolean belongs(Row row) {
        return row.getBoolean(Contributions.TABLE.index(Contributions.BELONGS));
    }

    private static BigDecimal decimal(Row row, Field field) {
        return row.getDecimal(Contributions.TABLE.index(field));
    }

    /** How many rows could settle it; empty if it is settled, or if none could. */
    static String words(Settling settling) {
        var best = settling.best();
        var any = settling.any();
        if (best == null || best == 0) {
            return "";
        }
        var could = (best == 1 ? "the heaviest" : "the " + number(best) + " heaviest") + " of "
                + number(settling.rows()) + " unknown rows could settle it";
        if (any == null) {
            return could;
        }
        return could + (any == settling.rows() ? ", all of them will" : ", the " + number(any) + " heaviest will");
    }

    private static String number(long count) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        return new DecimalFormat("#,##0", symbols).format(count);
    }
}
