package kirchberg.classify;

import static kirchberg.table.Financings.SECTOR;
import static kirchberg.table.Financings.SECTOR_LABEL;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import kirchberg.domain.Membership;
import kirchberg.table.Financings;
import kirchberg.table.ReferenceTables;
import kirchberg.table.References;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Financings in; financings out with place, sector and EU membership, and for every label the least and greatest part
 * of the amount that carries it, and how that was found. What is stated wins, then what a rule derives; all else is
 * UNKNOWN, from 0 to 1. Labels of a vintage that the reference tables do not know are published as they are.
 */
public final class Classification {
    /** Value of a region or sector that is not stated or not in the reference tables. */
    static final String UNKNOWN = Membership.UNKNOWN.name();

    private Classification() {}

    /**
     * Adds place, sector, membership and labels; no row is lost or doubled.
     *
     * @param clean rows under {@code Financings.CLEAN}
     * @param references reference tables whose keys are unique
     * @return as many rows, under {@code Financings.TABLE}
     */
    public static Dataset<Row> classify(Dataset<Row> clean, ReferenceTables references) {
        return clean.transform(rows -> Places.withPlace(rows, references))
                .transform(rows -> withSector(rows, references))
                .transform(rows -> NamedPlaces.withPlaces(rows, references.gazetteer()))
                .transform(ShareText::withText)
                .transform(Climate::withClimate)
                .transform(rows -> Cohesion.withCohesion(rows, references))
                .transform(rows -> ListedLabels.withLabels(rows, references.rules()))
                .transform(Financings.TABLE::select);
    }

    private static Dataset<Row> withSector(Dataset<Row> rows, ReferenceTables references) {
        return rows.join(
                        broadcast(References.SECTORS.select(references.sectors())),
                        new String[] {SECTOR_LABEL.name()},
                        "left")
                .withColumn(SECTOR.name(), coalesce(SECTOR.col(), lit(UNKNOWN)));
    }
}
