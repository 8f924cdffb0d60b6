package kirchberg.query;

import java.util.List;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Subject;
import kirchberg.table.Financings;

/** Least and greatest share of an amount. */
final class Shares {
    private static final String YEAR = Financings.SIGNATURE_YEAR.name();

    private static final List<String> ENDS = List.of(
            "SELECT *,",
            "       CASE WHEN eur < 0 THEN high_share ELSE low_share END AS least_share,",
            "       CASE WHEN eur < 0 THEN low_share ELSE high_share END AS most_share",
            "FROM scope");

    private final Amounts amounts;

    private Shares(Amounts amounts) {
        this.amounts = amounts;
    }

    static List<String> of(Subject subject, boolean byYear) {
        var amounts = Amounts.of(Measure.SHARE, subject, byYear);
        return amounts.certain().isEmpty() ? amounts.share() : new Shares(amounts).swept();
    }

    /**
     * Where nobody can tell of some rows whether they belong, each may move numerator and denominator at once. Whoever
     * wants the greatest share takes them in the order of their own shares for as long as that raises it: the greatest
     * of all running quotients. Rows below zero are taken first and given back in the same order. The least share is
     * the mirror image.
     */
    private List<String> swept() {
        return Sql.lines(List.of(
                Sql.nested("WITH scope AS ", amounts.rows(""), ","),
                Sql.nested("ends AS ", ENDS, ","),
                Sql.nested("downward AS ", running("least_share", ""), ","),
                Sql.nested("upward AS ", running("most_share", " DESC"), ""),
                answer()));
    }

    private List<String> running(String share, String order) {
        return """
                SELECT %1$ssum(part) OVER taken AS part, sum(whole) OVER taken AS whole
                FROM (
                  SELECT %1$sNULL AS share, sum(eur * %2$s) AS part, sum(eur) AS whole
                  FROM ends WHERE is_certain OR eur < 0%4$s
                  UNION ALL
                  SELECT %1$s%2$s, abs(eur) * %2$s, abs(eur)
                  FROM ends WHERE is_certain IS NOT TRUE
                ) AS steps
                WINDOW taken AS (%5$sORDER BY share%3$s NULLS FIRST ROWS UNBOUNDED PRECEDING)""".formatted(
                amounts.byYear() ? YEAR + ",\n       " : "",
                share,
                order,
                amounts.byYear() ? " GROUP BY " + YEAR : "",
                amounts.byYear() ? "\n  PARTITION BY " + YEAR + "\n  " : "").lines().toList();
    }

    private List<String> answer() {
        var low = "SELECT %smin(part / whole) AS low FROM downward WHERE whole > 0";
        var high = "SELECT %smax(part / whole) AS high FROM upward WHERE whole > 0";
        if (!amounts.byYear()) {
            return List.of(
                    "SELECT low, high",
                    "FROM (" + low.formatted("") + ") AS least,",
                    "     (" + high.formatted("") + ") AS greatest");
        }
        var year = YEAR + ",\n         ";
        return List.of(
                "SELECT " + YEAR + ", low, high",
                "FROM (" + low.formatted(year),
                "      GROUP BY " + YEAR + ") AS least",
                "JOIN (" + high.formatted(year),
                "      GROUP BY " + YEAR + ") AS greatest USING (" + YEAR + ")");
    }
}
