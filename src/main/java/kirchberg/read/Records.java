package kirchberg.read;

import java.util.function.Consumer;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Source;
import org.apache.spark.sql.Row;

/** Placeholder of the records reader. */
final class Records {
    private Records() {}

    @SuppressWarnings("DoNotCallSuggester")
    static ControlTotals read(Source source, Consumer<Row> sink) {
        throw new UnsupportedOperationException();
    }
}
