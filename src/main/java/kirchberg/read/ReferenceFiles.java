package kirchberg.read;

import java.nio.file.Path;
import kirchberg.table.ReferenceTables;
import org.apache.spark.sql.SparkSession;

/** Placeholder of the reader of reference tables. */
final class ReferenceFiles {
    private ReferenceFiles() {}

    @SuppressWarnings("DoNotCallSuggester")
    static ReferenceTables read(SparkSession spark, Path folder) {
        throw new UnsupportedOperationException();
    }
}
