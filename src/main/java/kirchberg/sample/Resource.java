package kirchberg.sample;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables that the sample is made from: CSV beside the classes, with a header and comments that begin with #. */
final class Resource {
    private Resource() {}

    static List<NamedCsvRecord> rows(String name) {
        try (var bytes = Objects.requireNonNull(Resource.class.getResourceAsStream(name), name);
                var text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
                var csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
