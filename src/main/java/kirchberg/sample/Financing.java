package kirchberg.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kirchberg.domain.Institution;
import kirchberg.domain.Stage;
import kirchberg.table.Field;
import kirchberg.table.Portfolio;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** One row of the sample, as text of either format. Empty text: not stated. */
record Financing(Operation operation, Operation.Part part, Pots.Money money, Tags tags) {
    private static final DateTimeFormatter EXPORT_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /**
     * What is said of the row.
     *
     * @param works what is financed
     * @param climatePercent climate share of the operation, stated or not
     * @param mobilisedCents total investment that it mobilises; null if not stated
     */
    record Tags(
            LocalDate signedOn,
            String name,
            String works,
            String nuts2,
            String priorities,
            String programmes,
            int climatePercent,
            boolean climateStated,
            boolean jointStated,
            @Nullable Long mobilisedCents) {}

    boolean isOfEib() {
        return part.institution() == Institution.EIB;
    }

    /** Amount in whole euro: the EIB's amounts have no cents. */
    long wholeEuro() {
        return money.amountCents() / 100;
    }

    /** Fields in the order of {@code SourceFormat.KIRCHBERG_CSV}. */
    List<String> portfolioFields() {
        return List.of(
                operation.id(),
                tags.name(),
                part.institution().name(),
                Stage.SIGNED.name(),
                tags.signedOn().toString(),
                euro(money.amountCents()),
                isOfEib() || !tags.jointStated() ? "" : euro(money.jointCents()),
                tags.mobilisedCents() == null ? "" : euro(tags.mobilisedCents()),
                part.country().label(),
                part.country().region(),
                tags.nuts2(),
                part.sector().label(),
                tags.priorities(),
                climateShare(),
                tags.programmes(),
                description());
    }

    /** The same fields, typed, under {@code Portfolio.TABLE}. */
    Row portfolioRow() {
        var texts = portfolioFields();
        return RowFactory.create(IntStream.range(0, texts.size())
                .mapToObj(i -> typed(texts.get(i), Portfolio.TABLE.fields().get(i)))
                .toArray());
    }

    private static @Nullable Object typed(String text, Field field) {
        if (text.isEmpty()) {
            return null;
        }
        if (field.type() instanceof DecimalType) {
            return new BigDecimal(text);
        }
        return field.type().equals(DataTypes.DateType) ? LocalDate.parse(text) : text;
    }

    /** Fields in the order of {@code SourceFormat.EIB_EXPORT_CSV}; what is stated nowhere else stands in the text. */
    List<String> exportFields() {
        var climate = tags.climateStated() ? "" : " " + tags.climatePercent() + "% CAES window.";
        return List.of(
                tags.name(),
                part.country().region(),
                part.country().label(),
                part.sector().label(),
                EXPORT_DAY.format(tags.signedOn()),
                exportEuro(wholeEuro()),
                description() + climate);
    }

    static String exportEuro(long euro) {
        return String.format(Locale.ROOT, "€%,d", euro);
    }

    private String climateShare() {
        return tags.climateStated()
                ? BigDecimal.valueOf(tags.climatePercent(), 2).toPlainString()
                : "";
    }

    private String description() {
        return "Synthetic: " + tags.works() + ".";
    }

    private static String euro(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
