package kirchberg.classify;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kirchberg.clean.Cleaning;
import kirchberg.spark.RawRows;
import kirchberg.table.Financings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class ClassificationTest {
    private static final Path CASES = Path.of("src/test/resources/cases/classified.csv");
    private static final Pattern PAIR = Pattern.compile("([a-z0-9_]+)=([^|]*)");

    @Test
    void each_case_is_classified_as_expected_and_no_row_is_lost_or_doubled() throws IOException {
        var cases = cases();
        var classified = classified(raw(cases));
        var rows = classified.orderBy("record_number").collectAsList();

        assertThat(rows).hasSameSizeAs(cases);
        assertThat(classified.columns())
                .containsExactly(Financings.TABLE.names().toArray(String[]::new));
        assertThat(classified.queryExecution().executedPlan().toString())
                .doesNotContain("BroadcastNestedLoopJoin", "CartesianProduct", "UDF", "MapElements");
        var softly = new SoftAssertions();
        for (var i = 0; i < cases.size(); i++) {
            var row = rows.get(i);
            var why = cases.get(i).getField("set") + ": " + cases.get(i).getField("why");
            var pairs = PAIR.matcher(cases.get(i).getField("expected"));
            while (pairs.find()) {
                softly.assertThat(pairs.group(1) + "=" + text(row, pairs.group(1)))
                        .as(why)
                        .isEqualTo(pairs.group());
            }
        }
        softly.assertAll();
    }

    private static List<Map<String, String>> raw(List<NamedCsvRecord> cases) {
        var raw = new ArrayList<Map<String, String>>();
        for (var one : cases) {
            var row = RawRows.canonical();
            row.putAll(Map.of("record_number", String.valueOf(raw.size()), "signed_on", one.getField("signed")));
            var pairs = PAIR.matcher(one.getField("set"));
            while (pairs.find()) {
                row.put(pairs.group(1), pairs.group(2));
            }
            row.values().removeIf("null"::equals);
            raw.add(row);
        }
        return raw;
    }

    private static Dataset<Row> classified(List<Map<String, String>> raw) {
        return RawRows.raw(raw)
                .transform(Cleaning::financings)
                .transform(rows -> Classification.classify(rows, ReferenceFolder.tables()));
    }

    private static @Nullable String text(Row row, String column) {
        var value = row.get(row.fieldIndex(column));
        if (value instanceof BigDecimal share) {
            return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
        }
        return String.valueOf(value);
    }

    private static List<NamedCsvRecord> cases() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(CASES, StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        }
    }
}
