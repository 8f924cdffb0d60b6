package kirchberg.classify;

import static kirchberg.table.Financings.COUNTRY_CODE;
import static kirchberg.table.Financings.DERIVED_NUTS2;
import static kirchberg.table.Financings.DESCRIPTION;
import static kirchberg.table.Financings.NUTS2;
import static kirchberg.table.Financings.OPERATION_NAME;
import static kirchberg.table.Financings.PLACE_WORDS;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import kirchberg.domain.place.Gazetteer;
import kirchberg.domain.place.PlaceContext;
import kirchberg.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The NUTS-2 region of a financing by the places that its name and description speak of: where all places of the row's
 * own country lie in one region. Places of other countries say nothing, for the country is stated. A place that is only
 * part of the name of a bank, a company or a treaty is not used; where the words say that there are more places, or a
 * name lies in several regions, nothing is derived. Never over a stated region.
 */
final class NamedPlaces {
    private static final Field MARKED =
            Field.text("marked_text", "Name and description with names of places marked; null if there are none.");
    private static final Field NAMED = new Field(
            "named_places",
            DataTypes.createArrayType(DataTypes.StringType),
            "Names of places of the row's country, lower case, in the order of the text; null if they are not used.");

    private NamedPlaces() {}

    static Dataset<Row> withPlaces(Dataset<Row> rows, Gazetteer gazetteer) {
        var names = new PlaceNames(gazetteer.names());
        var spark = rows.sparkSession();
        return rows.join(broadcast(names.byCountry(spark)), new String[] {COUNTRY_CODE.name()}, "left")
                .withColumn(MARKED.name(), when(mayBePlaced(), marked(names.expression())))
                .withColumn(NAMED.name(), when(holdsNames(gazetteer), named(gazetteer)))
                .withColumn(PlaceNames.FIRST_NAME.name(), try_element_at(NAMED.col(), lit(1)))
                .join(
                        broadcast(names.byName(spark)),
                        new String[] {COUNTRY_CODE.name(), PlaceNames.FIRST_NAME.name()},
                        "left")
                .join(broadcast(names.byRegion(spark)), new String[] {PlaceNames.REGION.name()}, "left")
                .withColumn(DERIVED_NUTS2.name(), when(isOneRegion(), PlaceNames.REGION.col()))
                .withColumn(PLACE_WORDS.name(), when(DERIVED_NUTS2.col().isNotNull(), array_join(NAMED.col(), "; ")));
    }

    private static Column mayBePlaced() {
        var isMarkedAlready = Stream.of(OPERATION_NAME, DESCRIPTION)
                .map(f -> coalesce(f.col().contains(PlaceContext.OPEN), lit(false)))
                .reduce(lit(false), Column::or);
        return NUTS2.col()
                .isNull()
                .and(PlaceNames.COUNTRY_NAMES.col().isNotNull())
                .and(not(isMarkedAlready));
    }

    private static Column marked(String names) {
        return regexp_replace(RowText.whole(), lit(names), lit(PlaceContext.OPEN + "$0" + PlaceContext.CLOSE));
    }

    private static Column holdsNames(Gazetteer gazetteer) {
        var contexts = new PlaceContexts(gazetteer.contexts(), MARKED.col());
        return MARKED.col().contains(PlaceContext.OPEN).and(not(contexts.isUnknown()));
    }

    private static Column named(Gazetteer gazetteer) {
        var all = array_intersect(PlaceContexts.names(MARKED.col()), PlaceNames.COUNTRY_NAMES.col());
        return new PlaceContexts(gazetteer.contexts(), MARKED.col())
                .ignored()
                .reduce(all, (left, ignored) -> array_except(left, ignored));
    }

    private static Column isOneRegion() {
        return size(array_except(NAMED.col(), PlaceNames.REGION_NAMES.col())).equalTo(0);
    }
}
