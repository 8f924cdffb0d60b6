package kirchberg.aggregate;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.CONTRACT_ID;
import static kirchberg.table.Financings.COUNTRY;
import static kirchberg.table.Financings.COUNTRY_CODE;
import static kirchberg.table.Financings.FINANCING_ID;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.SIGNED_ON;
import static kirchberg.table.Financings.SOURCE_ID;
import static kirchberg.table.Financings.STAGE;
import static kirchberg.table.PossibleDoubles.KEPT_FINANCING_ID;
import static kirchberg.table.PossibleDoubles.KEPT_SOURCE_ID;
import static kirchberg.table.PossibleDoubles.LIKENESS;
import static kirchberg.table.PossibleDoubles.OTHER_FINANCING_ID;
import static kirchberg.table.PossibleDoubles.OTHER_SOURCE_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.overlap.Likeness;
import kirchberg.domain.overlap.Precedence;
import kirchberg.table.Field;
import kirchberg.table.PossibleDoubles;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Brings together the rows of two sources that agree in institution, stage, country, date and amount: the first of one
 * source with the first of the other, the second with the second. So three equal rows beside two give two pairs.
 */
final class Doubles {
    private static final Field PLACE = Field.text("place", "Country code, else the label as published.");
    private static final Field RANK = Field.count("rank", "Number among the rows of one source that agree.");
    private static final Field OTHER_OPERATION_ID = Field.text("other_operation_id", "Of the second source's row.");
    private static final Field OTHER_CONTRACT_ID = Field.text("other_contract_id", "Of the second source's row.");

    private static final List<Field> AGREEING = List.of(INSTITUTION, STAGE, SIGNED_ON, AMOUNT_EUR, PLACE);

    private Doubles() {}

    static Dataset<Row> of(Dataset<Row> financings, Precedence precedence) {
        var overs = precedence.all();
        var ranked = financings
                .withColumn(PLACE.name(), coalesce(COUNTRY_CODE.col(), COUNTRY.col()))
                .withColumn(RANK.name(), row_number().over(amongEquals()));
        var keys = Stream.concat(Stream.of(OTHER_SOURCE_ID, RANK), AGREEING.stream())
                .map(Field::name)
                .toArray(String[]::new);
        return kept(ranked, overs)
                .join(others(ranked, overs), keys, "inner")
                .withColumn(LIKENESS.name(), likeness())
                .transform(PossibleDoubles.TABLE::select);
    }

    private static WindowSpec amongEquals() {
        var equals = Stream.concat(Stream.of(SOURCE_ID), AGREEING.stream())
                .map(Field::col)
                .toArray(Column[]::new);
        return Window.partitionBy(equals).orderBy(FINANCING_ID.col());
    }

    private static Dataset<Row> kept(Dataset<Row> ranked, Map<String, List<String>> overs) {
        return ranked.filter(SOURCE_ID.col().isin(overs.keySet().toArray()))
                .withColumn(OTHER_SOURCE_ID.name(), explode(others(overs)))
                .withColumnsRenamed(
                        Map.of(SOURCE_ID.name(), KEPT_SOURCE_ID.name(), FINANCING_ID.name(), KEPT_FINANCING_ID.name()));
    }

    private static Column others(Map<String, List<String>> overs) {
        var column = array();
        for (var over : overs.entrySet()) {
            var ids = over.getValue().stream().map(id -> lit(id)).toArray(Column[]::new);
            column = when(SOURCE_ID.col().equalTo(over.getKey()), array(ids)).otherwise(column);
        }
        return column;
    }

    private static Dataset<Row> others(Dataset<Row> ranked, Map<String, List<String>> overs) {
        var ids = overs.values().stream().flatMap(List::stream).distinct().toArray();
        var agreeing = Stream.concat(Stream.of(RANK), AGREEING.stream()).map(Field::col);
        var own = Stream.of(
                SOURCE_ID.col().as(OTHER_SOURCE_ID.name()),
                FINANCING_ID.col().as(OTHER_FINANCING_ID.name()),
                OPERATION_ID.col().as(OTHER_OPERATION_ID.name()),
                CONTRACT_ID.col().as(OTHER_CONTRACT_ID.name()));
        return ranked.filter(SOURCE_ID.col().isin(ids))
                .select(Stream.concat(agreeing, own).toArray(Column[]::new));
    }

    /** By the contract number if both have one, else by the operation number. */
    private static Column likeness() {
        var sameContract = CONTRACT_ID.col().equalTo(OTHER_CONTRACT_ID.col());
        var sameOperation = OPERATION_ID.col().equalTo(OTHER_OPERATION_ID.col());
        var same = coalesce(sameContract, sameOperation);
        return when(same.isNull(), lit(Likeness.NO_ID.name()))
                .when(same, lit(Likeness.SAME_ID.name()))
                .otherwise(lit(Likeness.OTHER_ID.name()));
    }
}
