package kirchberg.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.claim.Subject;
import kirchberg.table.Financings;

/**
 * Distinct operations. At the least, a name without a number is another word for a numbered operation; at the most,
 * each row without a number is an operation of its own.
 */
final class Counts {
    private static final String YEAR = Financings.SIGNATURE_YEAR.name();
    private static final String ID = Financings.OPERATION_ID.name();
    private static final String KEY = Financings.OPERATION_KEY.name();

    private Counts() {}

    static List<String> of(Subject subject, boolean byYear) {
        var scope = new Scope(subject);
        var isLabelled = subject.of() != null;
        var belongs = Stream.of(scope.certain(), isLabelled ? scope.lowShare() + " > 0" : "")
                .filter(c -> !c.isEmpty())
                .collect(Collectors.joining(" AND "));
        var certain = belongs.isEmpty() ? "" : "\n         FILTER (WHERE " + belongs + ")";
        var select = """
                SELECT %4$sgreatest(
                         count(DISTINCT %1$s)%3$s,
                         count(DISTINCT CASE WHEN %1$s IS NULL THEN %2$s END)%3$s
                       ) AS low,
                       count(DISTINCT %1$s)
                         + count(*) FILTER (WHERE %1$s IS NULL) AS high""".formatted(ID, KEY, certain, byYear ? YEAR + ", " : "");
        return Sql.lines(List.of(
                List.of(select.split("\n", -1)),
                scope.rows(isLabelled ? List.of(scope.highShare() + " > 0") : List.of()),
                byYear ? List.of("GROUP BY " + YEAR) : List.of()));
    }
}
