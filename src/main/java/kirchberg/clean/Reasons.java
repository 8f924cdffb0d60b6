package kirchberg.clean;

import static kirchberg.table.Financings.ACCESSED;
import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.CLIMATE_SHARE;
import static kirchberg.table.Financings.CONTRACT_ID;
import static kirchberg.table.Financings.CURRENCY;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.JOINT_AMOUNT_EUR;
import static kirchberg.table.Financings.MOBILISED_AMOUNT_EUR;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.PRIORITIES;
import static kirchberg.table.Financings.PROGRAMMES;
import static kirchberg.table.Financings.REASON;
import static kirchberg.table.Financings.SIGNED_ON;
import static kirchberg.table.Financings.STAGE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.DateText;
import kirchberg.domain.source.RejectReason;
import kirchberg.domain.source.SourceFormat;
import kirchberg.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Why a record cannot be used: the reader's reason, else the first fault of its amount, date and labels. */
final class Reasons {
    /** A plain decimal from 0 to 1, at most eight digits after the point: what the type of shares holds exactly. */
    private static final String SHARE = "^(0([.][0-9]{1,8})?|1([.]0{1,8})?)\\z";

    private static final Column ZERO = lit(BigDecimal.ZERO.setScale(2));

    private Reasons() {}

    static Dataset<Row> withReason(Dataset<Row> rows) {
        return rows.withColumn(
                REASON.name(), coalesce(REASON.col(), idFault(), amountFault(), dateFault(), labelFault()));
    }

    private static Column idFault() {
        var noOperation = Values.isFormat(SourceFormat::promisesOperationId)
                .and(OPERATION_ID.col().isNull());
        var noContract = Values.isFormat(SourceFormat::promisesContractId)
                .and(CONTRACT_ID.col().isNull());
        return when(noOperation.or(noContract), code(RejectReason.NO_ID));
    }

    private static Column amountFault() {
        var text = AMOUNT_EUR.col();
        var isUnsigned = Values.isFormat(f -> f.amounts() != AmountText.Grammar.SIGNED);
        var fault = when(text.isNull().or(trim(text).equalTo("")), code(RejectReason.NO_AMOUNT))
                .when(text.rlike(AmountText.OTHER_CURRENCY), code(RejectReason.OTHER_CURRENCY))
                .when(CURRENCY.col().isNull(), code(RejectReason.NO_CURRENCY))
                .when(not(Values.isEuro()), code(RejectReason.OTHER_CURRENCY))
                .when(isUnsigned.and(text.rlike(AmountText.NEGATIVE)), code(RejectReason.NEGATIVE_SIGNED))
                .when(text.rlike(AmountText.AMBIGUOUS), code(RejectReason.AMBIGUOUS_NUMBER))
                .otherwise(code(RejectReason.BAD_AMOUNT));
        return when(Values.READABLE_EUR.col().isNull(), fault);
    }

    private static Column dateFault() {
        var day = Values.SIGNED_DAY.col();
        var last = date_add(try_to_date(ACCESSED.col(), DateText.CANONICAL_PATTERN), 1);
        var isOptional = Values.isFormat(SourceFormat::listsOperations);
        return when(SIGNED_ON.col().isNull(), when(not(isOptional), code(RejectReason.NO_DATE)))
                .when(day.isNull(), code(RejectReason.BAD_DATE))
                .when(not(day.between(lit(DateText.EARLIEST), last)), code(RejectReason.DATE_OUT_OF_RANGE));
    }

    private static Column labelFault() {
        var sound = isOneOf(INSTITUTION, Institution.EIB, Institution.EIF)
                .and(isOneOf(STAGE, Stage.values()))
                .and(isEmptyOr(PRIORITIES, keys(Priority.values())))
                .and(isEmptyOr(PROGRAMMES, keys(Programme.values())))
                .and(isEmptyOr(CLIMATE_SHARE, SHARE))
                .and(isEmptyOr(MOBILISED_AMOUNT_EUR, AmountText.UNSIGNED))
                .and(isEmptyOr(JOINT_AMOUNT_EUR, AmountText.CANONICAL))
                .and(isJointPossible());
        return when(not(coalesce(sound, lit(false))), code(RejectReason.BAD_LABEL));
    }

    /** Only the EIF's rows have a part that both count, and it lies between nothing and the whole amount. */
    private static Column isJointPossible() {
        var joint = JOINT_AMOUNT_EUR.col().try_cast(Field.EUR);
        var amount = Values.READABLE_EUR.col();
        return joint.isNull()
                .or(joint.equalTo(ZERO))
                .or(INSTITUTION
                        .col()
                        .equalTo(Institution.EIF.name())
                        .and(joint.between(least(amount, ZERO), greatest(amount, ZERO))));
    }

    private static Column isOneOf(Field field, Enum<?>... words) {
        return field.col().isin(Arrays.stream(words).map(Enum::name).toArray());
    }

    private static Column isEmptyOr(Field field, String grammar) {
        return field.col().isNull().or(field.col().rlike(grammar));
    }

    /** Keys parted by semicolons, or the word none. */
    private static String keys(Label... labels) {
        var key = Stream.of(labels).map(Label::key).collect(Collectors.joining("|", "(", ")"));
        return "^(none|" + key + "(;" + key + ")*)\\z";
    }

    private static Column code(RejectReason reason) {
        return lit(reason.name());
    }
}
