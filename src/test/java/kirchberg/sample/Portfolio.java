package kirchberg.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A written portfolio read back in plain Java, with the sums that the claims speak of. */
record Portfolio(List<NamedCsvRecord> rows) {

    static Portfolio read(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new Portfolio(csv.stream().toList());
        }
    }

    Portfolio where(Predicate<NamedCsvRecord> wanted) {
        return new Portfolio(rows.stream().filter(wanted).toList());
    }

    Portfolio where(String column, String value) {
        return where(row -> row.getField(column).equals(value));
    }

    Portfolio of(int year) {
        return where(row -> row.getField("signed_on").startsWith(year + "-"));
    }

    long distinct(String column) {
        return rows.stream().map(row -> row.getField(column)).distinct().count();
    }

    BigDecimal amount() {
        return rows.stream().map(Portfolio::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the Group counts: amounts less what both institutions count; a part that is not stated counts as 0. */
    BigDecimal group() {
        return rows.stream().map(Portfolio::group).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sum of the Group's amounts times the stated climate share. */
    BigDecimal climate() {
        return rows.stream()
                .filter(row -> !row.getField("climate_share").isEmpty())
                .map(row -> group(row).multiply(new BigDecimal(row.getField("climate_share"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal amount(NamedCsvRecord row) {
        return new BigDecimal(row.getField("amount_eur"));
    }

    static BigDecimal group(NamedCsvRecord row) {
        var joint = row.getField("joint_amount_eur");
        return amount(row).subtract(joint.isEmpty() ? BigDecimal.ZERO : new BigDecimal(joint));
    }
}
