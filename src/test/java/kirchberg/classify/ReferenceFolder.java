package kirchberg.classify;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.place.Gazetteer;
import kirchberg.domain.place.PlaceContext;
import kirchberg.domain.place.PlaceName;
import kirchberg.domain.source.Rule;
import kirchberg.spark.LocalSpark;
import kirchberg.table.ReferenceTables;
import kirchberg.table.References;
import kirchberg.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** The real files of {@code data/reference}, read plainly. */
final class ReferenceFolder {
    private static final Path FOLDER = Path.of("data/reference");

    private ReferenceFolder() {}

    static ReferenceTables tables() {
        return new ReferenceTables(
                table("countries.csv", References.COUNTRIES),
                table("regions.csv", References.REGIONS),
                table("sectors.csv", References.SECTORS),
                table("cohesion_regions.csv", References.COHESION),
                rules(),
                gazetteer(),
                Set.of(),
                Map.of());
    }

    static List<NamedCsvRecord> records(String file) {
        try (var reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Rule> rules() {
        return records("rules.csv").stream().map(ReferenceFolder::rule).toList();
    }

    static Gazetteer gazetteer() {
        return new Gazetteer(
                records("gazetteer.csv").stream()
                        .map(r -> new PlaceName(r.getField("place_name"), r.getField("country"), text(r, "nuts2")))
                        .toList(),
                records("place_contexts.csv").stream()
                        .map(ReferenceFolder::context)
                        .toList());
    }

    private static PlaceContext context(NamedCsvRecord line) {
        var sectors = Set.of(line.getField("sectors").split(";"));
        return new PlaceContext(
                line.getField("context"),
                sectors.contains("") ? Set.of() : sectors,
                PlaceContext.Effect.valueOf(line.getField("effect")),
                line.getField("pattern"));
    }

    private static Rule rule(NamedCsvRecord line) {
        var membership = text(line, "eu_membership");
        return new Rule(
                line.getField("rule"),
                Label.all().stream()
                        .filter(l -> l.key().equals(line.getField("label")))
                        .findFirst()
                        .orElseThrow(),
                text(line, "sector"),
                membership == null ? null : Membership.valueOf(membership),
                text(line, "name_pattern"),
                new BigDecimal(line.getField("low_share")),
                new BigDecimal(line.getField("high_share")));
    }

    private static Dataset<Row> table(String file, Table table) {
        return LocalSpark.rows(
                table, records(file).stream().map(line -> row(line, table)).toList());
    }

    private static Row row(NamedCsvRecord line, Table table) {
        return RowFactory.create(table.fields().stream()
                .map(f -> {
                    var text = text(line, f.name());
                    return text != null && f.type().equals(DataTypes.DateType) ? LocalDate.parse(text) : text;
                })
                .toArray());
    }

    private static @Nullable String text(NamedCsvRecord line, String column) {
        var text = line.getField(column);
        return text.isEmpty() ? null : text;
    }
}
