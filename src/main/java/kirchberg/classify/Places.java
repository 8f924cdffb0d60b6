package kirchberg.classify;

import static kirchberg.table.Financings.COUNTRY;
import static kirchberg.table.Financings.COUNTRY_CODE;
import static kirchberg.table.Financings.COUNTRY_LABEL;
import static kirchberg.table.Financings.EU_MEMBERSHIP;
import static kirchberg.table.Financings.EU_RULE;
import static kirchberg.table.Financings.REGION;
import static kirchberg.table.Financings.REGION_LABEL;
import static kirchberg.table.Financings.SIGNED_ON;
import static kirchberg.table.References.COUNTRY_REGION;
import static kirchberg.table.References.LABEL_REGION;
import static kirchberg.table.References.MEMBERSHIP;
import static kirchberg.table.References.MEMBER_FROM;
import static kirchberg.table.References.MEMBER_UNTIL;
import static kirchberg.table.References.REGION_MEMBERSHIP;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import kirchberg.domain.Membership;
import kirchberg.table.Field;
import kirchberg.table.ReferenceTables;
import kirchberg.table.References;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Country, region and EU membership. A country decides by itself, by the date signed; the published region, which is of
 * the vintage and not of the date, speaks only for labels that are no country.
 */
final class Places {
    private static final String NOBODY_SAYS = "Unknown";

    private Places() {}

    static Dataset<Row> withPlace(Dataset<Row> rows, ReferenceTables references) {
        return rows.join(
                        broadcast(References.COUNTRIES.select(references.countries())),
                        new String[] {COUNTRY_LABEL.name()},
                        "left")
                .join(
                        broadcast(References.REGIONS.select(references.regions())),
                        new String[] {REGION_LABEL.name()},
                        "left")
                .withColumn(COUNTRY.name(), coalesce(COUNTRY.col(), COUNTRY_LABEL.col(), lit(NOBODY_SAYS)))
                .withColumn(REGION.name(), coalesce(region(), lit(Classification.UNKNOWN)))
                .withColumn(EU_RULE.name(), rule())
                .withColumn(EU_MEMBERSHIP.name(), membership());
    }

    private static Column region() {
        return when(isCountry(), coalesce(COUNTRY_REGION.col(), LABEL_REGION.col()))
                .otherwise(coalesce(LABEL_REGION.col(), COUNTRY_REGION.col()));
    }

    private static Column rule() {
        return when(isCountry().and(MEMBER_FROM.col().isNotNull()), "member-by-date")
                .when(isCountry(), "never-member")
                .when(is(MEMBERSHIP, Membership.IN), "label-eu-countries")
                .when(is(MEMBERSHIP, Membership.OUT), "region-outside-eu")
                .when(is(REGION_MEMBERSHIP, Membership.IN), "region-eu")
                .when(is(REGION_MEMBERSHIP, Membership.OUT), "region-outside-eu");
    }

    private static Column membership() {
        return when(EU_RULE.col().isNull(), Membership.UNKNOWN.name())
                .when(EU_RULE.col().equalTo("member-by-date"), byDate())
                .when(EU_RULE.col().isin("label-eu-countries", "region-eu"), Membership.IN.name())
                .otherwise(Membership.OUT.name());
    }

    private static Column byDate() {
        var until = MEMBER_UNTIL.col();
        var member = SIGNED_ON
                .col()
                .geq(MEMBER_FROM.col())
                .and(until.isNull().or(SIGNED_ON.col().leq(until)));
        return when(member, Membership.IN.name()).otherwise(Membership.OUT.name());
    }

    private static Column isCountry() {
        return COUNTRY_CODE.col().isNotNull();
    }

    private static Column is(Field field, Membership membership) {
        return field.col().equalTo(membership.name());
    }
}
