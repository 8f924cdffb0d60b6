package kirchberg.query;

import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Subject;
import kirchberg.table.Financings;

/**
 * Sums over the amounts of a figure. A row that may belong counts at the least value if its amount is below zero, and
 * at the greatest if it is above; a label may be any part of an amount between its low and its high.
 *
 * @param base what a row brings, in EUR
 * @param certain when a row certainly belongs; empty if always
 * @param byYear whether the answer has a row per signature year
 */
record Amounts(Scope scope, String base, String certain, boolean byYear) {
    private static final String AMOUNT = Financings.AMOUNT_EUR.name();
    private static final String JOINT = Financings.JOINT_AMOUNT_EUR.name();
    private static final String MOBILISED = Financings.MOBILISED_AMOUNT_EUR.name();
    private static final String YEAR = Financings.SIGNATURE_YEAR.name();

    /** Room for the digits of a share: DuckDB keeps products of narrow decimals narrow, and then they overflow. */
    private static final String WIDE = "DECIMAL(28, 2)";

    private static final String LEAST = """
            sum(
                     CASE WHEN eur < 0 THEN eur * high_share
                          WHEN is_certain THEN eur * low_share ELSE 0 END
                   )""";
    private static final String MOST = """
            sum(
                     CASE WHEN eur > 0 THEN eur * high_share
                          WHEN is_certain THEN eur * low_share ELSE 0 END
                   )""";

    static Amounts of(Measure measure, Subject subject, boolean byYear) {
        var scope = new Scope(subject);
        return switch (measure) {
            case MOBILISED -> new Amounts(scope, "coalesce(" + MOBILISED + ", 0)", scope.certain(), byYear);
            case JOINT -> new Amounts(scope, joint(), scope.certainOfJoint(), byYear);
            case AMOUNT, SHARE, RATIO, GROWTH, OPERATIONS, OPERATIONS_GROWTH, COUNT -> signed(scope, byYear);
        };
    }

    /** The signed amounts; those of the Group without what both institutions count. */
    private static Amounts signed(Scope scope, boolean byYear) {
        return scope.subject().institution() == Institution.GROUP
                ? new Amounts(scope, AMOUNT + " - coalesce(" + JOINT + ", 0)", scope.certainOfJoint(), byYear)
                : new Amounts(scope, AMOUNT, scope.certain(), byYear);
    }

    /** Only rows of the EIF have such a part; where it is unknown, it may be anything up to the whole. */
    private static String joint() {
        return "CASE WHEN " + Scope.equal(Financings.INSTITUTION, Institution.EIF) + "\n     THEN coalesce(" + JOINT
                + ", " + AMOUNT + ") ELSE 0 END";
    }

    /** Least and greatest sum. */
    List<String> sums() {
        return certain.isEmpty() && !scope.isPart()
                ? selected("coalesce(sum(" + base + "), 0)", "coalesce(sum(" + base + "), 0)", scope.rows(List.of()))
                : selected("coalesce(" + LEAST + ", 0)", "coalesce(" + MOST + ", 0)", from(""));
    }

    /** The same of mobilised amounts: no upper end where a row that may count states none. */
    List<String> statedSums() {
        var unstated = "(" + MOBILISED + " IS NULL) AS is_unstated";
        var high = "CASE WHEN count(*) FILTER (WHERE is_unstated AND high_share > 0) = 0\n"
                + "            THEN coalesce(" + MOST + ", 0) END";
        return selected("coalesce(" + LEAST + ", 0)", high, from(unstated));
    }

    /** The part of a whole of which every row certainly belongs. */
    List<String> share() {
        return selected(LEAST + " / sum(eur)", MOST + " / sum(eur)", from(""));
    }

    /** What each row brings, which part of it counts, and whether it certainly belongs. */
    List<String> rows(String further) {
        var columns = new ArrayList<String>();
        if (byYear) {
            columns.add(YEAR);
        }
        columns.add("CAST(" + base + " AS " + WIDE + ") AS eur");
        columns.add(scope.lowShare() + " AS low_share");
        columns.add(scope.highShare() + " AS high_share");
        columns.add("(" + (certain.isEmpty() ? "true" : certain) + ") AS is_certain");
        if (!further.isEmpty()) {
            columns.add(further);
        }
        var select = List.of(("SELECT " + String.join(",\n       ", columns)).split("\n", -1));
        return Sql.lines(List.of(select, scope.rows(List.of())));
    }

    private List<String> from(String further) {
        return Sql.nested("FROM ", rows(further), " AS scope");
    }

    private List<String> selected(String low, String high, List<String> from) {
        var select = "SELECT " + (byYear ? YEAR + ",\n       " : "") + low + " AS low,\n       " + high + " AS high";
        return Sql.lines(
                List.of(List.of(select.split("\n", -1)), from, byYear ? List.of("GROUP BY " + YEAR) : List.of()));
    }
}
