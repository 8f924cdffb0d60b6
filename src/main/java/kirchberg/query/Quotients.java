package kirchberg.query;

import java.util.List;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.table.Financings;

/** One figure over another: each is asked for by itself. */
final class Quotients {
    private static final String YEAR = Financings.SIGNATURE_YEAR.name();

    private Quotients() {}

    /** Mobilised amounts over signed amounts. */
    static List<String> ratio(Subject subject, boolean byYear) {
        var mobilised = Amounts.of(Measure.MOBILISED, subject, byYear).statedSums();
        var signed = Amounts.of(Measure.AMOUNT, subject, byYear).sums();
        return Sql.lines(List.of(
                Sql.nested("WITH mobilised AS ", mobilised, ","),
                Sql.nested("signed AS ", signed, ""),
                List.of(
                        "SELECT " + (byYear ? YEAR + ", " : "") + "mobilised.low / nullif(signed.high, 0) AS low,",
                        "       CASE WHEN signed.low > 0 THEN mobilised.high / signed.low END AS high",
                        byYear ? "FROM mobilised JOIN signed USING (" + YEAR + ")" : "FROM mobilised, signed")));
    }

    /**
     * A figure over that of earlier years.
     *
     * @param later the figure, without years to measure it against
     */
    static List<String> growth(List<String> later, List<String> earlier, Unit unit) {
        var lessOne = unit == Unit.RATIO ? "" : " - 1";
        return Sql.lines(
                List.of(Sql.nested("WITH later AS ", later, ","), Sql.nested("earlier AS ", earlier, ""), """
                SELECT CASE WHEN later.low < 0 THEN later.low / earlier.low
                            ELSE later.low / nullif(earlier.high, 0) END%1$s AS low,
                       CASE WHEN later.high <= 0 THEN later.high / nullif(earlier.high, 0)
                            WHEN earlier.low > 0 THEN later.high / earlier.low END%1$s AS high
                FROM later, earlier""".formatted(
                        lessOne).lines().toList()));
    }
}
