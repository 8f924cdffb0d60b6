package kirchberg.clean;

import static kirchberg.table.Financings.CONTRACT_ID;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.REASON;
import static kirchberg.table.Financings.SOURCE_ID;
import static kirchberg.table.Financings.STAGE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import kirchberg.domain.overlap.Precedence;
import kirchberg.domain.source.RejectReason;
import kirchberg.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sound records whose contract or operation another source counts, as the job declares. Two records meet in the
 * contract number if both have one, else in the operation number; institution and stage must be the same.
 */
final class Superseded {
    private static final Field CONTRACT_TOKEN = Field.text("contract_token", "Number by which contracts meet.");
    private static final Field OPERATION_TOKEN = Field.text("operation_token", "Number by which operations meet.");
    private static final Field BY_CONTRACT = Field.flag("by_contract", "Whether the contract is counted elsewhere.");
    private static final Field BY_OPERATION = Field.flag("by_operation", "Whether the operation is counted elsewhere.");

    private static final String CONTRACT = "contract:";
    private static final String OPERATION = "operation:";
    private static final String OPERATION_WITHOUT_CONTRACT = "no contract, operation:";

    private Superseded() {}

    /** Adds the reason; a job without overlaps does not pay for it. */
    static Dataset<Row> withReason(Dataset<Row> judged, Precedence precedence) {
        var overs = precedence.byIds();
        if (overs.isEmpty()) {
            return judged;
        }
        var isSound = REASON.col().isNull();
        return judged.withColumn(CONTRACT_TOKEN.name(), concat(lit(CONTRACT), CONTRACT_ID.col()))
                .withColumn(OPERATION_TOKEN.name(), operationToken())
                .join(counted(judged, overs, CONTRACT_TOKEN, BY_CONTRACT), keys(CONTRACT_TOKEN), "left")
                .join(counted(judged, overs, OPERATION_TOKEN, BY_OPERATION), keys(OPERATION_TOKEN), "left")
                .withColumn(
                        REASON.name(),
                        when(
                                        isSound.and(coalesce(BY_CONTRACT.col(), BY_OPERATION.col(), lit(false))),
                                        lit(RejectReason.SUPERSEDED.name()))
                                .otherwise(REASON.col()));
    }

    /** A record with a contract number asks for the operation only where the other one has no contract number. */
    private static Column operationToken() {
        return when(CONTRACT_ID.col().isNull(), concat(lit(OPERATION), OPERATION_ID.col()))
                .otherwise(concat(lit(OPERATION_WITHOUT_CONTRACT), OPERATION_ID.col()));
    }

    private static String[] keys(Field token) {
        return new String[] {SOURCE_ID.name(), INSTITUTION.name(), STAGE.name(), token.name()};
    }

    /** What the sources that count have, once for each source that they supersede; no key comes twice. */
    private static Dataset<Row> counted(
            Dataset<Row> judged, Map<String, List<String>> overs, Field token, Field isCounted) {
        return judged.filter(REASON.col()
                        .isNull()
                        .and(SOURCE_ID.col().isin(overs.keySet().toArray())))
                .withColumn(token.name(), explode(tokens()))
                .filter(token.col().isNotNull())
                .withColumn(SOURCE_ID.name(), explode(superseded(overs)))
                .select(SOURCE_ID.col(), INSTITUTION.col(), STAGE.col(), token.col())
                .distinct()
                .withColumn(isCounted.name(), lit(true));
    }

    private static Column tokens() {
        var contract = CONTRACT_ID.col();
        return array(
                concat(lit(CONTRACT), contract),
                concat(lit(OPERATION), OPERATION_ID.col()),
                when(contract.isNull(), concat(lit(OPERATION_WITHOUT_CONTRACT), OPERATION_ID.col())));
    }

    private static Column superseded(Map<String, List<String>> overs) {
        var column = array();
        for (var over : overs.entrySet()) {
            var ids = over.getValue().stream().map(id -> lit(id)).toArray(Column[]::new);
            column = when(SOURCE_ID.col().equalTo(over.getKey()), array(ids)).otherwise(column);
        }
        return column;
    }
}
