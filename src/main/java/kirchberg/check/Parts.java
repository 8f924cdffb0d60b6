package kirchberg.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** Which part of a matched row counts: of its label, or of the place that a share is of. */
final class Parts {
    static final Field OF_PLACE = Field.text("of_place", "Place of the numerator; null if the share is of a label.");

    private static final String REGION = new Place(Place.Kind.REGION, "").text();
    private static final String UNKNOWN_REGION = "UNKNOWN";

    private Parts() {}

    /** The value of {@link #OF_PLACE} of a claim. */
    static @Nullable String ofPlace(Claim claim) {
        var place = claim.ofPlace();
        return place == null ? null : place.text();
    }

    static Column least(List<Claim> claims) {
        return when(OF_PLACE.col().isNull(), Scopes.low(claims)).otherwise(part(isIn()));
    }

    static Column greatest(List<Claim> claims) {
        return when(OF_PLACE.col().isNull(), Scopes.high(claims)).otherwise(part(mayBeIn()));
    }

    private static Column part(Column counts) {
        return when(counts, lit(BigDecimal.ONE)).otherwise(lit(BigDecimal.ZERO)).cast(Field.SHARE);
    }

    private static Column isIn() {
        return when(isOf(Place.WORLD), lit(true))
                .when(isOf(Place.EU), membership().equalTo(lit(Membership.IN.name())))
                .when(isOf(Place.NON_EU), membership().equalTo(lit(Membership.OUT.name())))
                .when(isRegion(), region().and(isRegionUnknown().equalTo(lit(false))))
                .otherwise(coalesce(isCountry(), lit(false)));
    }

    private static Column mayBeIn() {
        return when(isOf(Place.WORLD), lit(true))
                .when(isOf(Place.EU), membership().notEqual(lit(Membership.OUT.name())))
                .when(isOf(Place.NON_EU), membership().notEqual(lit(Membership.IN.name())))
                .when(isRegion(), region().or(isRegionUnknown()))
                .otherwise(coalesce(isCountry(), lit(true)));
    }

    /** Codes have two letters each and stand apart, so that a code inside the text is one of them. Null if unknown. */
    private static Column isCountry() {
        return OF_PLACE.col().contains(Financings.COUNTRY_CODE.col());
    }

    private static Column isOf(Place place) {
        return OF_PLACE.col().equalTo(lit(place.text()));
    }

    private static Column isRegion() {
        return OF_PLACE.col().startsWith(REGION);
    }

    private static Column region() {
        return OF_PLACE.col().equalTo(concat(lit(REGION), Financings.REGION.col()));
    }

    private static Column isRegionUnknown() {
        return Financings.REGION.col().equalTo(lit(UNKNOWN_REGION));
    }

    private static Column membership() {
        return Financings.EU_MEMBERSHIP.col();
    }
}
