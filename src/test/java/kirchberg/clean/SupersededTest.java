package kirchberg.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kirchberg.domain.overlap.Overlap;
import kirchberg.domain.overlap.Overlap.Match;
import kirchberg.domain.overlap.Precedence;
import kirchberg.spark.RawRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class SupersededTest {
    private static final Precedence PRECEDENCE = new Precedence(List.of(
            new Overlap("a/1", "b/1", Match.IDS),
            new Overlap("a/1", "c/1", Match.NONE),
            new Overlap("b/1", "c/1", Match.IDS)));

    private final List<Map<String, String>> records = new ArrayList<>();

    @Test
    void a_record_is_superseded_by_its_contract_else_by_its_operation() {
        add("a/1", "contract and operation", Map.of("operation_id", "1", "contract_id", "10"));
        add("a/1", "operation alone", Map.of("operation_id", "2"));
        add("a/1", "unreadable", Map.of("operation_id", "3", "amount_eur", "much"));
        add("a/1", "no number", Map.of());
        add("a/1", "fund", Map.of("operation_id", "5", "institution", "EIF"));
        add("a/1", "disbursed", Map.of("operation_id", "6", "stage", "DISBURSED"));
        add("b/1", "gone: same contract", Map.of("operation_id", "9", "contract_id", "10"));
        add("b/1", "other contract of one operation", Map.of("operation_id", "1", "contract_id", "11"));
        add("b/1", "gone: no contract here, same operation", Map.of("operation_id", "1"));
        add("b/1", "gone: no contract there, same operation", Map.of("operation_id", "2", "contract_id", "12"));
        add("b/1", "the other could not be read", Map.of("operation_id", "3"));
        add("b/1", "nothing to match", Map.of());
        add("b/1", "other books", Map.of("operation_id", "5"));
        add("b/1", "other stage", Map.of("operation_id", "6"));
        add("b/1", "for c", Map.of("operation_id", "7"));
        add("c/1", "a and c both count", Map.of("operation_id", "2", "contract_id", "13"));
        add("c/1", "gone: b counts before c", Map.of("operation_id", "7"));
        add("c/1", "broken anyway", Map.of("operation_id", "7", "amount_eur", "much"));

        assertThat(names(Cleaning.rejects(raw(), PRECEDENCE).filter("reason = 'SUPERSEDED'"), "raw_text"))
                .containsExactly(
                        "gone: b counts before c",
                        "gone: no contract here, same operation",
                        "gone: no contract there, same operation",
                        "gone: same contract");
        assertThat(names(Cleaning.financings(raw(), PRECEDENCE), "operation_name"))
                .containsExactly(
                        "a and c both count",
                        "contract and operation",
                        "disbursed",
                        "for c",
                        "fund",
                        "no number",
                        "nothing to match",
                        "operation alone",
                        "other books",
                        "other contract of one operation",
                        "other stage",
                        "the other could not be read");
    }

    @Test
    void every_record_of_three_sources_is_in_one_place_with_its_amount() {
        for (var i = 0; i < 40; i++) {
            var source = List.of("a/1", "b/1", "c/1").get(i % 3);
            add(source, "row " + i, Map.of("operation_id", "op " + i % 7, "amount_eur", i % 11 == 0 ? "?" : i + ".00"));
        }
        var kept = names(Cleaning.financings(raw(), PRECEDENCE), "operation_name");
        var rejected = names(Cleaning.rejects(raw(), PRECEDENCE), "raw_text");
        assertThat(kept).doesNotContainAnyElementsOf(rejected);
        assertThat(kept.size() + rejected.size()).isEqualTo(40);
        assertThat(Cleaning.rejects(raw(), PRECEDENCE)
                        .filter("reason = 'SUPERSEDED' and amount_eur is null")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_kept_row_has_the_id_that_it_would_have_alone() {
        add("a/1", "twin", Map.of("operation_id", "1"));
        var alone = Cleaning.financings(raw()).select("financing_id").collectAsList();
        records.clear();
        add("b/1", "twin", Map.of("operation_id", "1"));
        add("a/1", "twin", Map.of("operation_id", "1"));
        assertThat(Cleaning.financings(raw(), PRECEDENCE).select("financing_id").collectAsList())
                .isEqualTo(alone);
    }

    private void add(String source, String name, Map<String, String> values) {
        var row = RawRows.canonical();
        row.putAll(Map.of(
                "source_id", source,
                "operation_name", name,
                "raw_text", name,
                "record_number", String.valueOf(records.size())));
        row.putAll(values);
        records.add(row);
    }

    private Dataset<Row> raw() {
        return RawRows.raw(records);
    }

    private static Set<String> names(Dataset<Row> rows, String column) {
        var names = new TreeSet<String>();
        rows.select(column).collectAsList().forEach(r -> names.add(r.getString(0)));
        return names;
    }
}
