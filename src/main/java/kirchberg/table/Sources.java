package kirchberg.table;

import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.vintage.Vintage;
import kirchberg.domain.vintage.Volume;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What the release was made from: one row per source, with what it covers and what its reader counted. */
public final class Sources {
    private static final Field PUBLISHER = Field.text("publisher", "Who published the source.");
    private static final Field DATASET = Field.text("dataset", "What the publisher calls it.");
    private static final Field RECORDS =
            Field.count("record_count", "Records after the header, control rows included.");
    private static final Field CONTROL_ROWS = Field.count(
            "control_row_count",
            "Blank rows, repeated headers, the closing total, page overlaps, and transactions neither signed nor disbursed.");
    private static final Field READABLE_EUR =
            Field.eur("readable_amount_eur", "Sum of all amounts that can be read, control rows left out, in EUR.");
    private static final Field INSTITUTION =
            Field.text("institution", "Whose rows the source holds; GROUP if each row says so itself.");
    private static final Field PUBLISHED = Field.day("published_on", "Date of the vintage.");
    private static final Field ACCESSED = Field.day("accessed_on", "Date on which the bytes were fetched.");
    private static final Field SYNTHETIC = Field.flag("synthetic", "True if the rows were made up.");
    private static final Field STAGE = Field.text("covers_stage", "Stage of the deals that the source covers.");
    private static final Field PLACE = Field.text("covers_place", "Place that the source covers.");
    private static final Field FROM = Field.day("covers_from", "First signature date that the source covers.");
    private static final Field TO = Field.day("covers_to", "Last signature date that the source covers.");
    private static final Field COMPLETE = Field.flag(
            "covers_all",
            "True if the source says that every financing of this scope is in it, and none of its records was unusable.");

    /** The published table, sorted by source. */
    public static final Table TABLE = Table.of(
            "sources",
            1,
            Financings.SOURCE_ID,
            PUBLISHER,
            DATASET,
            Financings.FORMAT,
            INSTITUTION,
            PUBLISHED,
            ACCESSED,
            Field.text("licence", "Licence as stated."),
            Field.text("url", "Address; empty if it has none."),
            SYNTHETIC,
            STAGE,
            PLACE,
            FROM,
            TO,
            COMPLETE,
            RECORDS,
            CONTROL_ROWS,
            READABLE_EUR,
            Field.count("unreadable_amount_count", "Records whose amount cannot be read."),
            Field.eur("stated_total_eur", "Amount of the source's own closing total, in EUR; null if it has none."),
            Field.count("stated_record_count", "Records that the source says it has; null if it does not say."));

    private Sources() {}

    /**
     * A row of the table.
     *
     * @param covers what the source covers once its rejects are known
     */
    public static Row row(Source source, ControlTotals control, Coverage covers) {
        return RowFactory.create(
                source.id(),
                source.publisher(),
                source.dataset(),
                source.format().key(),
                source.institution().name(),
                source.published(),
                source.accessed(),
                source.licence(),
                source.url(),
                source.synthetic(),
                covers.stage().name(),
                covers.place().text(),
                covers.from(),
                covers.to(),
                covers.complete(),
                control.records(),
                control.controlRows(),
                control.readableEur(),
                control.unreadableAmounts(),
                control.statedTotalEur(),
                control.statedRecords());
    }

    /** What the sources of a release cover. */
    public static List<Coverage> coverages(List<Row> rows) {
        return rows.stream().map(Sources::coverage).toList();
    }

    /** Which states of which sources a release was made from. */
    public static List<Vintage> vintages(List<Row> rows) {
        return rows.stream()
                .map(row -> new Vintage(
                        row.getString(TABLE.index(Financings.SOURCE_ID)),
                        row.getString(TABLE.index(PUBLISHER)),
                        row.getString(TABLE.index(DATASET)),
                        row.getLocalDate(TABLE.index(PUBLISHED)),
                        row.getLocalDate(TABLE.index(ACCESSED)),
                        row.getBoolean(TABLE.index(SYNTHETIC)),
                        coverage(row)))
                .toList();
    }

    /** How much the sources of a release hold. */
    public static List<Volume> volumes(List<Row> rows) {
        return rows.stream()
                .map(row -> new Volume(
                        Volume.dataset(
                                row.getString(TABLE.index(PUBLISHER)),
                                row.getString(TABLE.index(DATASET)),
                                row.getString(TABLE.index(Financings.FORMAT))),
                        row.getLong(TABLE.index(RECORDS)) - row.getLong(TABLE.index(CONTROL_ROWS)),
                        row.getDecimal(TABLE.index(READABLE_EUR))))
                .toList();
    }

    private static Coverage coverage(Row row) {
        return new Coverage(
                Institution.valueOf(row.getString(TABLE.index(INSTITUTION))),
                Stage.valueOf(row.getString(TABLE.index(STAGE))),
                Place.parse(row.getString(TABLE.index(PLACE))),
                row.getLocalDate(TABLE.index(FROM)),
                row.getLocalDate(TABLE.index(TO)),
                row.getBoolean(TABLE.index(COMPLETE)));
    }
}
