package kirchberg.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Resources;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Labels;
import kirchberg.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Brings financings and claims together by equal keys: every place that a row lies in, or may lie in, against the place
 * that a claim speaks of. One join serves all claims.
 */
final class Scopes {
    static final Field IS_CERTAIN = Field.flag("is_certain", "Whether the row belongs to the scope for certain.");
    static final Field IS_GROUP = Field.flag("is_group", "Whether the claim is of the Group.");

    private static final Field PLACE_KEY = Field.text("place_key", "A place that a row or a claim may lie in.");
    private static final Field ASKS_RESOURCES =
            Field.flag("asks_resources", "Whether the claim asks whose money it is, which no row says.");
    private static final Field TOKEN = Field.text("token", "Place key and certainty, before they are taken apart.");
    private static final String UNKNOWN_COUNTRY = "?";
    private static final String UNKNOWN_REGION = "UNKNOWN";

    /** One row per claim, institution, signature year and place key; further columns may follow. */
    static final Table TABLE = Table.of(
            "scopes",
            6,
            Claims.CLAIM_ID,
            Findings.YEAR,
            Financings.INSTITUTION,
            Financings.STAGE,
            Financings.SIGNATURE_YEAR,
            PLACE_KEY,
            Claims.LABEL,
            IS_GROUP,
            ASKS_RESOURCES);

    private Scopes() {}

    /**
     * The scope rows of a claim.
     *
     * @param year the single year of an "each year" claim, 0 for its whole period
     * @param further values of the columns after those of {@link #TABLE}
     */
    static Stream<Row> rows(Claim claim, int year, List<?> further) {
        return institutions(claim.institution())
                .flatMap(i -> claim.period().years().stream()
                        .flatMap(y -> keys(claim.place()).map(key -> {
                            var label = claim.of();
                            var values = new ArrayList<@Nullable Object>(
                                    List.of(claim.id(), year, i, claim.stage().name(), y, key));
                            values.add(label == null ? null : label.key());
                            values.add(claim.institution() == Institution.GROUP);
                            values.add(claim.resources() == Resources.OWN && claim.institution() != Institution.EIF);
                            values.addAll(further);
                            return RowFactory.create(values.toArray());
                        })));
    }

    /** Each financing once per claim whose scope it belongs to or may belong to. */
    static Dataset<Row> match(Dataset<Row> financings, List<Row> scopes, Table table, Collection<Place> places) {
        var kinds = places.stream().map(Scopes::tokenKind).distinct().toList();
        var relation = financings.sparkSession().createDataFrame(scopes, table.schema());
        var keys = new String[] {
            Financings.INSTITUTION.name(), Financings.STAGE.name(), Financings.SIGNATURE_YEAR.name(), PLACE_KEY.name()
        };
        return financings
                .withColumn(TOKEN.name(), explode(tokens(kinds)))
                .withColumn(PLACE_KEY.name(), TOKEN.col().getField(PLACE_KEY.name()))
                .withColumn(IS_CERTAIN.name(), TOKEN.col().getField(IS_CERTAIN.name()))
                .join(broadcast(relation), keys, "inner")
                .withColumn(
                        IS_CERTAIN.name(),
                        IS_CERTAIN.col().and(ASKS_RESOURCES.col().equalTo(lit(false))));
    }

    /** Least or greatest part of a matched row that carries the claim's label; 1 for a claim about the whole. */
    static Column share(Collection<Label> labels, Function<Label, Field> end) {
        var share = when(Claims.LABEL.col().isNull(), lit(BigDecimal.ONE).cast(Field.SHARE));
        for (var label : labels) {
            share = share.when(
                    Claims.LABEL.col().equalTo(lit(label.key())),
                    end.apply(label).col());
        }
        return share;
    }

    static Column low(List<Claim> claims) {
        return share(labels(claims), Labels::low);
    }

    static Column high(List<Claim> claims) {
        return share(labels(claims), Labels::high);
    }

    private static List<Label> labels(List<Claim> claims) {
        return claims.stream()
                .flatMap(c -> Stream.ofNullable(c.of()))
                .distinct()
                .toList();
    }

    private static Stream<String> institutions(Institution claimed) {
        return claimed == Institution.GROUP
                ? Stream.of(Institution.EIB.name(), Institution.EIF.name())
                : Stream.of(claimed.name());
    }

    private static Stream<String> keys(Place place) {
        return switch (place.kind()) {
            case WORLD, EU, NON_EU -> Stream.of(place.text());
            case COUNTRY, COUNTRIES -> Stream.concat(place.countryCodes().stream(), Stream.of(UNKNOWN_COUNTRY));
            case REGION -> Stream.of(place.text(), unknownRegion()).distinct();
        };
    }

    private static String unknownRegion() {
        return new Place(Place.Kind.REGION, UNKNOWN_REGION).text();
    }

    /** Rows lie in one country at most, so several are asked for one by one. */
    private static Place.Kind tokenKind(Place place) {
        return place.kind() == Place.Kind.COUNTRIES ? Place.Kind.COUNTRY : place.kind();
    }

    /** A place of a kind that no claim asks for gets no token, so that rows do not multiply for nothing. */
    private static Column tokens(List<Place.Kind> kinds) {
        var tokens = Stream.concat(Stream.of(Place.Kind.WORLD), kinds.stream())
                .distinct()
                .map(Scopes::token)
                .toArray(Column[]::new);
        return array(tokens);
    }

    private static Column token(Place.Kind kind) {
        var membership = Financings.EU_MEMBERSHIP.col();
        var code = Financings.COUNTRY_CODE.col();
        var region = Financings.REGION.col();
        return switch (kind) {
            case WORLD -> token(lit(kind.name()), lit(true));
            case EU ->
                token(
                        when(membership.notEqual(lit(Membership.OUT.name())), lit(kind.name())),
                        membership.equalTo(lit(Membership.IN.name())));
            case NON_EU ->
                token(
                        when(membership.notEqual(lit(Membership.IN.name())), lit(kind.name())),
                        membership.equalTo(lit(Membership.OUT.name())));
            case COUNTRY, COUNTRIES -> token(coalesce(code, lit(UNKNOWN_COUNTRY)), code.isNotNull());
            case REGION -> token(concat(lit(new Place(kind, "").text()), region), region.notEqual(lit(UNKNOWN_REGION)));
        };
    }

    private static Column token(Column key, Column isCertain) {
        return struct(key.as(PLACE_KEY.name()), isCertain.as(IS_CERTAIN.name()));
    }
}
