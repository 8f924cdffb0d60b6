package kirchberg.read;

import java.util.function.Consumer;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.read.iati.IatiActivities;
import kirchberg.read.json.JsonLists;
import kirchberg.read.parquet.ParquetPortfolio;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;
import org.apache.spark.sql.Row;

/** The records of a source folder. */
final class Records {
    private Records() {}

    /**
     * Reads every file of a source, in the order of {@code source.yaml}, without keeping more than one record at a
     * time.
     *
     * @param sink takes each record that is no control row, under {@code Financings.RAW}; rows handed over before a
     *     {@code Stop} must be thrown away
     * @return what was counted on the way, by the rule of {@code AmountText}
     * @throws kirchberg.domain.Stop with exit 3 if a file is missing, is not what it is declared to be, or is broken as
     *     a whole
     */
    static ControlTotals read(Source source, Consumer<Row> sink) {
        var delivery = new Delivery(source, sink);
        var reader = reader(delivery);
        for (var file : source.files()) {
            try (var bytes = SourceBytes.open(source, file)) {
                delivery.beginFile(file.name());
                reader.read(bytes);
                bytes.requireDigest(file);
            }
        }
        var totals = reader.confirm();
        requireRecords(totals);
        return totals;
    }

    private static SourceReader reader(Delivery delivery) {
        return switch (delivery.source().format()) {
            case EIB_EXPORT_CSV, EIB_EXPORT_XLSX -> new Export(delivery);
            case KIRCHBERG_CSV -> new Canonical(delivery);
            case EIB_LOANS_JSON, EIB_PROJECTS_JSON -> new JsonLists(delivery);
            case IATI_XML -> new IatiActivities(delivery);
            case KIRCHBERG_PARQUET -> new ParquetPortfolio(delivery);
        };
    }

    /** Compares the files of a source with what is declared once more, without reading what they hold. */
    static void requireUnchanged(Source source) {
        for (var file : source.files()) {
            try (var bytes = SourceBytes.open(source, file)) {
                bytes.requireDigest(file);
            }
        }
    }

    /** A header alone is half a download, and would be judged as if nothing had been signed. */
    private static void requireRecords(ControlTotals totals) {
        if (totals.records() == totals.controlRows()) {
            throw Stop.refused(
                    Refusal.TRUNCATED,
                    "Cannot use " + totals.sourceId() + ": got a header but no record, expected at least one",
                    "Fetch the file again, and look whether it was saved whole.");
        }
    }
}
