package kirchberg.read;

import java.nio.file.Path;
import java.util.function.Consumer;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import kirchberg.domain.source.Survey;
import kirchberg.read.reference.ReferenceFiles;
import kirchberg.table.ReferenceTables;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The first stage: bytes as received to records that are still text, and curated tables. */
public final class Reading {
    private Reading() {}

    /**
     * Hands every record of a source to the sink, as it stands in the file, and counts them.
     *
     * @param sink takes rows under {@code Financings.RAW}
     * @throws Stop with exit 3 if a file is refused
     */
    public static ControlTotals records(Source source, Consumer<Row> sink) {
        return Records.read(source, sink);
    }

    /**
     * The format of a file by its content, whatever its name says.
     *
     * @throws Stop with exit 3 if it is of none that can be read, and says what it seems to be
     */
    public static SourceFormat format(Path file) {
        return Recognition.of(file);
    }

    /**
     * Reads a whole source to tell what it holds, and hands nothing on.
     *
     * @throws Stop with exit 3 if a file is refused
     */
    public static Survey survey(Source source) {
        return Surveying.of(source);
    }

    /**
     * The reference tables in a folder.
     *
     * @throws Stop with exit 2 and every problem of every table
     */
    public static ReferenceTables reference(SparkSession spark, Path folder) {
        return ReferenceFiles.read(spark, folder);
    }
}
