package kirchberg.publish.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import kirchberg.domain.release.OpenLabel;
import kirchberg.publish.SmallPortfolio;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenLabelsTest {
    private final OpenLabels labels = new OpenLabels();

    @Test
    void labels_that_no_table_knows_are_listed_with_their_rows_and_money() {
        labels.accept(financing("10", null, "Atlantis", "EU", "European Union", "ENERGY", "Energy"));
        labels.accept(financing("5.50", null, "Atlantis", "UNKNOWN", "Far Away", "UNKNOWN", "Alchemy"));
        labels.accept(financing("7", "FR", "France", "EU", "European Union", "ENERGY", "Energy"));
        labels.accept(financing("1", null, null, "UNKNOWN", null, "UNKNOWN", null)); // nothing is stated

        assertThat(labels.list())
                .containsExactly(
                        new OpenLabel("country", "Atlantis", 2, new BigDecimal("15.50")),
                        new OpenLabel("region", "Far Away", 1, new BigDecimal("5.50")),
                        new OpenLabel("sector", "Alchemy", 1, new BigDecimal("5.50")));
    }

    @Test
    void a_list_with_a_new_label_in_every_row_does_not_fill_the_page() {
        for (var number = 0; number < 1_000; number++) {
            labels.accept(financing("1", null, "Label " + number, "EU", null, "ENERGY", null));
        }
        assertThat(labels.list()).hasSize(500);
    }

    private static Row financing(String eur, @Nullable String... values) {
        var row = new HashMap<Field, Object>();
        row.put(Financings.AMOUNT_EUR, new BigDecimal(eur).setScale(2));
        var fields = new Field[] {
            Financings.COUNTRY_CODE,
            Financings.COUNTRY_LABEL,
            Financings.REGION,
            Financings.REGION_LABEL,
            Financings.SECTOR,
            Financings.SECTOR_LABEL
        };
        for (var index = 0; index < fields.length; index++) {
            var value = values[index];
            if (value != null) {
                row.put(fields[index], value);
            }
        }
        return SmallPortfolio.row(Financings.TABLE, row);
    }
}
