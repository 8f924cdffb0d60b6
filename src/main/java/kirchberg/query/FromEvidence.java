package kirchberg.query;

import java.util.List;
import kirchberg.domain.claim.Claim;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Findings;

/** The same number from the contributions that were published with it. */
final class FromEvidence {
    private FromEvidence() {}

    static List<String> of(Claim claim) {
        return switch (claim.measure()) {
            case AMOUNT, MOBILISED, JOINT, OPERATIONS ->
                query(
                        claim,
                        "coalesce(" + sum(Contributions.NUMERATOR_LOW_EUR) + ", 0)",
                        "coalesce(" + sum(Contributions.NUMERATOR_HIGH_EUR) + ", 0)");
            case SHARE, RATIO, GROWTH, OPERATIONS_GROWTH ->
                query(
                        claim,
                        over(Contributions.NUMERATOR_LOW_EUR, Contributions.DENOMINATOR_LOW_EUR, claim),
                        over(Contributions.NUMERATOR_HIGH_EUR, Contributions.DENOMINATOR_HIGH_EUR, claim));
            case COUNT -> List.of();
        };
    }

    private static String over(Field numerator, Field denominator, Claim claim) {
        return sum(numerator) + " / nullif(" + sum(denominator) + ", 0)" + (claim.isOneLess() ? " - 1" : "");
    }

    private static List<String> query(Claim claim, String low, String high) {
        var each = claim.period().each();
        var year = Findings.YEAR.name();
        var ofClaim = List.of(
                "SELECT " + (each ? year + ",\n       " : "") + low + " AS low,",
                "       " + high + " AS high",
                "FROM " + Sql.file(Contributions.TABLE),
                "WHERE " + Claims.CLAIM_ID.name() + " = " + Sql.literal(claim.id()),
                "  AND " + year + (each ? " > 0" : " = 0"));
        return each ? Sql.lines(List.of(ofClaim, List.of("GROUP BY " + year, "ORDER BY " + year))) : ofClaim;
    }

    private static String sum(Field field) {
        return "sum(" + field.name() + ")";
    }
}
