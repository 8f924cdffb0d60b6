package kirchberg.publish.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import kirchberg.domain.Membership;
import kirchberg.domain.release.OpenLabel;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Collects the labels that no reference table knows, with their rows and money. */
final class OpenLabels {
    /** A list that is hostile may have a new label in every row; the page shows the first that come up. */
    private static final int MOST = 500;

    private static final int AMOUNT = Financings.TABLE.index(Financings.AMOUNT_EUR);
    private static final String UNKNOWN = Membership.UNKNOWN.name();

    private final TreeMap<String, OpenLabel> labels = new TreeMap<>();

    /** Takes a row of {@code Financings.TABLE}. */
    void accept(Row row) {
        if (text(row, Financings.COUNTRY_CODE) == null) {
            add(row, "country", Financings.COUNTRY_LABEL);
        }
        if (UNKNOWN.equals(text(row, Financings.REGION))) {
            add(row, "region", Financings.REGION_LABEL);
        }
        if (UNKNOWN.equals(text(row, Financings.SECTOR))) {
            add(row, "sector", Financings.SECTOR_LABEL);
        }
    }

    /** By kind, then by label. */
    List<OpenLabel> list() {
        return List.copyOf(labels.values());
    }

    private void add(Row row, String kind, Field field) {
        var label = text(row, field);
        if (label == null) {
            return;
        }
        var key = kind + ":" + label;
        var known = labels.get(key);
        if (known != null || labels.size() < MOST) {
            var before = known == null ? new OpenLabel(kind, label, 0, BigDecimal.ZERO) : known;
            labels.put(
                    key,
                    new OpenLabel(kind, label, before.rows() + 1, before.eur().add(row.getDecimal(AMOUNT))));
        }
    }

    private static @Nullable String text(Row row, Field field) {
        return row.getString(Financings.TABLE.index(field));
    }
}
