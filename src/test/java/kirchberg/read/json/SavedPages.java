package kirchberg.read.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.domain.source.SourceFormat;
import kirchberg.read.Reading;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A source folder of saved pages, as its source.yaml would declare it. */
final class SavedPages {
    /** One item of the loans list: 44 m in Poland on 30 July 2024. */
    static final String LOAN = """
            {"id": "20240001", "title": "INVENTED RAILWAY", "description": "An invented item.",
             "primaryTags": [
               {"subType": "sectors", "type": "metadata", "value": "X", "label": "Transport"},
               {"subType": "countries", "type": "metadata", "value": "PL", "label": "Poland"},
               {"subType": "regions", "type": "metadata", "value": "X", "label": "European Union"}],
             "additionalInformation": ["€44,000,000", 1722297600000, "30/07/2024"],
             "startDate": 1722297600000, "endDate": null, "url": "20240001"}""";

    /** One item of the projects list: approved 92 m, signed 65 m, in Italy. */
    static final String OPERATION = """
            {"id": "20250001", "title": "INVENTED WIND FARM", "description": "An invented item.",
             "primaryTags": [
               {"label": "Italy", "subType": "countries", "type": "metadata", "value": "IT"},
               {"label": "Energy", "subType": "sectors", "type": "metadata", "value": "1000"}],
             "additionalInformation": ["Signed", "28/08/2026", 92000000.0, 65000000.0],
             "startDate": null, "endDate": null, "url": "20250001"}""";

    /** What was counted and handed over. */
    record Received(ControlTotals totals, List<Row> rows) {
        @Nullable
        String value(int row, Field field) {
            return rows.get(row).getString(Financings.RAW.names().indexOf(field.name()));
        }

        /** One field of all rows, in their order, parted by a bar. */
        String all(Field field) {
            return rows.stream()
                    .map(r -> String.valueOf(r.getString(Financings.RAW.names().indexOf(field.name()))))
                    .collect(Collectors.joining("|"));
        }
    }

    private final Path folder;
    private final SourceFormat format;
    private final List<SourceFile> files = new ArrayList<>();
    private boolean complete;

    private SavedPages(Path folder, SourceFormat format) {
        this.folder = folder;
        this.format = format;
    }

    static SavedPages loans(Path folder) {
        return new SavedPages(folder, SourceFormat.EIB_LOANS_JSON);
    }

    static SavedPages projects(Path folder) {
        return new SavedPages(folder, SourceFormat.EIB_PROJECTS_JSON);
    }

    /** A page that is the whole list. */
    static String page(String... items) {
        return page(0, items.length, items);
    }

    /** A page of a list with a stated total; pages are of two items at most. */
    static String page(int number, int total, String... items) {
        return "{\"data\": [" + String.join(",\n", items) + "], \"itemPerPage\": 2, \"message\": \"Success\","
                + " \"pageNumber\": " + number + ", \"pageable\": true, \"resultItems\": " + items.length
                + ", \"totalItems\": " + total + ", \"valid\": true}";
    }

    SavedPages complete() {
        complete = true;
        return this;
    }

    SavedPages with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    SavedPages with(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return existing(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Declares a file that is in the folder. */
    SavedPages existing(String name) throws IOException {
        try {
            var bytes = Files.readAllBytes(folder.resolve(name));
            var sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            files.add(new SourceFile(name, bytes.length, HexFormat.of().formatHex(sha256)));
            return this;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Received read() {
        var rows = new ArrayList<Row>();
        return new Received(Reading.records(source(), rows::add), rows);
    }

    Source source() {
        return new Source(
                "bank/2026-09-01",
                folder,
                "bank",
                "a list",
                format,
                StandardCharsets.UTF_8,
                Institution.EIB,
                "EUR",
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 9, 1),
                "none stated",
                "https://example.org/",
                false,
                List.copyOf(files),
                new Coverage(
                        Institution.EIB,
                        format.listsOperations() ? Stage.APPROVED : Stage.SIGNED,
                        Place.WORLD,
                        LocalDate.of(1959, 1, 1),
                        LocalDate.of(2026, 9, 1),
                        complete));
    }
}
