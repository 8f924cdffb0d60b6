package kirchberg.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import org.jspecify.annotations.Nullable;

/**
 * The question of a claim as SQL over the released tables, in DuckDB's dialect: it gives the finding's low and high.
 */
final class SameInSql {
    private SameInSql() {}

    /** The query, or a comment that says why there is none. */
    static List<String> of(Finding finding) {
        var claim = finding.claim();
        var evidence = finding.evidence();
        if (evidence == null && finding.years().isEmpty()) {
            return List.of("-- none: the data do not speak of this claim");
        }
        if (isOfSharesThatNoRowsGive(claim, evidence) || isCountedOtherwise(claim)) {
            return List.of("-- none: no single query over the released tables gives these bounds");
        }
        var open = evidence != null && evidence.possible().high() == null;
        var note = open ? Stream.of("-- the upper end is open: high is what the sources hold") : Stream.<String>of();
        return Stream.concat(note, query(claim).stream()).toList();
    }

    /** Missing sources and the future widen a share; no row stands for that. */
    private static boolean isOfSharesThatNoRowsGive(Claim claim, @Nullable Evidence evidence) {
        var isShare = claim.measure() == Measure.SHARE;
        return claim.measure() == Measure.RATIO
                || (isShare && claim.hedge() == Hedge.TARGET)
                || (isShare && evidence != null && !evidence.covered());
    }

    private static boolean isCountedOtherwise(Claim claim) {
        return claim.measure() == Measure.OPERATIONS
                && (claim.of() != null
                        || claim.resources() == Resources.OWN
                        || claim.period().each());
    }

    private static List<String> query(Claim claim) {
        return switch (claim.measure()) {
            case COUNT -> List.of("-- no row of the portfolio is counted here");
            case GROWTH, OPERATIONS_GROWTH, JOINT ->
                List.of("-- none: no single query over the released tables gives these bounds");
            case OPERATIONS -> operations(claim);
            case AMOUNT, MOBILISED ->
                evidence(claim, sum(Contributions.NUMERATOR_LOW_EUR), sum(Contributions.NUMERATOR_HIGH_EUR));
            case SHARE, RATIO ->
                evidence(
                        claim,
                        sum(Contributions.NUMERATOR_LOW_EUR) + " / " + sum(Contributions.DENOMINATOR_LOW_EUR),
                        sum(Contributions.NUMERATOR_HIGH_EUR) + " / " + sum(Contributions.DENOMINATOR_HIGH_EUR));
        };
    }

    private static List<String> evidence(Claim claim, String low, String high) {
        var each = claim.period().each();
        var year = Findings.YEAR.name();
        return List.of(
                "SELECT " + (each ? year + ", " : "") + low + " AS low,",
                "       " + high + " AS high",
                "FROM 'data/" + Contributions.TABLE.name() + ".parquet'",
                "WHERE " + Claims.CLAIM_ID.name() + " = " + literal(claim.id()),
                "AND " + year + (each ? " > 0 GROUP BY " + year + " ORDER BY " + year : " = 0") + ";");
    }

    private static List<String> operations(Claim claim) {
        var period = claim.period();
        var scope = placeOf(claim.place());
        var own =
                claim.institution() == Institution.GROUP ? "" : condition(Financings.INSTITUTION, claim.institution());
        return List.of(
                "SELECT greatest(count(DISTINCT " + Financings.OPERATION_ID.name() + ")" + scope.certain() + ",",
                "                count(DISTINCT CASE WHEN " + Financings.OPERATION_ID.name() + " IS NULL THEN "
                        + Financings.OPERATION_KEY.name() + " END)" + scope.certain() + ") AS low,",
                "       count(DISTINCT " + Financings.OPERATION_ID.name() + ") + count(*) FILTER (WHERE "
                        + Financings.OPERATION_ID.name() + " IS NULL) AS high",
                "FROM 'data/" + Financings.TABLE.name() + ".parquet'",
                "WHERE " + Financings.SIGNATURE_YEAR.name() + " BETWEEN " + period.from() + " AND " + period.to(),
                condition(Financings.STAGE, claim.stage()) + own + scope.possible() + ";");
    }

    /** Where a place certainly is, as a filter of a count, and where it may be, as a condition. */
    private record Scope(String certain, String possible) {
        private static Scope of(Field field, List<String> codes, String unknown) {
            var any = codes.stream().map(SameInSql::literal).collect(Collectors.joining(", "));
            var is = field.name() + (codes.size() == 1 ? " = " + any : " IN (" + any + ")");
            return new Scope(" FILTER (WHERE " + is + ")", "\nAND (" + is + " OR " + unknown + ")");
        }
    }

    private static Scope placeOf(Place place) {
        var eu = Financings.EU_MEMBERSHIP;
        var unknown = literal(Membership.UNKNOWN.name());
        return switch (place.kind()) {
            case WORLD -> new Scope("", "");
            case EU -> Scope.of(eu, List.of(Membership.IN.name()), eu.name() + " = " + unknown);
            case NON_EU -> Scope.of(eu, List.of(Membership.OUT.name()), eu.name() + " = " + unknown);
            case COUNTRY, COUNTRIES ->
                Scope.of(Financings.COUNTRY_CODE, place.countryCodes(), Financings.COUNTRY_CODE.name() + " IS NULL");
            case REGION ->
                Scope.of(Financings.REGION, List.of(place.code()), Financings.REGION.name() + " = " + unknown);
        };
    }

    private static String condition(Field field, Enum<?> value) {
        return "AND " + field.name() + " = " + literal(value.name()) + " ";
    }

    private static String sum(Field field) {
        return "sum(" + field.name() + ")";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
