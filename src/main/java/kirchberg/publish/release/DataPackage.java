package kirchberg.publish.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kirchberg.domain.release.Audit;
import kirchberg.domain.release.Facts;
import kirchberg.domain.source.Source;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.table.Field;
import kirchberg.table.ReleaseTables;
import kirchberg.table.Table;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** What tells readers how to use a release: a data package for machines, a page for people. */
final class DataPackage {
    /** Data Package v2, June 2024. */
    private static final String PROFILE = "https://datapackage.org/profiles/2.0/";

    private static final Map<DataType, String> TYPES = Map.of(
            DataTypes.StringType, "string",
            DataTypes.IntegerType, "integer",
            DataTypes.LongType, "integer",
            DataTypes.BooleanType, "boolean",
            DataTypes.DateType, "date");

    private DataPackage() {}

    static void write(Folder draft, Facts facts, Audit audit) {
        draft.create("datapackage.json", JsonFile.bytes(json(draft, facts, audit)));
        draft.create("README.md", page(facts, audit).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(Folder draft, Facts facts, Audit audit) {
        var json = JsonFile.MAPPER
                .createObjectNode()
                .put("$schema", PROFILE + "datapackage.json")
                .put("name", "kirchberg")
                .put("title", "Figures of the EIB Group, recomputed" + (facts.synthetic() ? " (SYNTHETIC DATA)" : ""))
                .put("version", facts.asOf().toString())
                .put("description", "Content digest " + audit.contentDigest() + ". Not affiliated with the EIB.");
        var sources = json.putArray("sources");
        facts.sources()
                .forEach(s -> sources.addObject()
                        .put("title", s.publisher() + ", " + s.dataset() + ", " + s.published())
                        .put("path", s.url()));
        var resources = json.putArray("resources");
        var copies = draft.child("csv").files().stream().map(Folder.Found::name).toList();
        for (var table : ReleaseTables.ALL) {
            resource(resources, table, "parquet", "application/vnd.apache.parquet");
            if (copies.contains(table.name() + ".csv")) {
                resource(resources, table, "csv", "text/csv")
                        .put("encoding", "utf-8")
                        .put("description", Manifest.DEFUSED);
            }
        }
        return json;
    }

    private static ObjectNode resource(ArrayNode resources, Table table, String format, String mediaType) {
        var isCsv = format.equals("csv");
        var resource = resources
                .addObject()
                .put("$schema", PROFILE + "dataresource.json")
                .put("name", table.name() + (isCsv ? "_csv" : ""))
                .put("type", "table")
                .put("path", (isCsv ? "csv/" : "data/") + table.name() + "." + format)
                .put("format", format)
                .put("mediatype", mediaType);
        var schema = resource.putObject("schema").put("$schema", PROFILE + "tableschema.json");
        var fields = schema.putArray("fields");
        table.fields().forEach(f -> field(fields.addObject(), f, table));
        var key = schema.putArray("primaryKey");
        table.key().forEach(f -> key.add(f.name()));
        return resource;
    }

    private static void field(ObjectNode json, Field field, Table table) {
        json.put("name", field.name())
                .put("type", Objects.requireNonNullElse(TYPES.get(field.type()), "number"))
                .put("description", field.meaning());
        var constraints = json.putObject("constraints").put("required", table.keySize() == 1 && isKey(table, field));
        if (field.type() instanceof DecimalType && field.type().equals(Field.SHARE)) {
            constraints.put("minimum", 0).put("maximum", 1);
        }
    }

    private static boolean isKey(Table table, Field field) {
        return table.key().contains(field);
    }

    private static String page(Facts facts, Audit audit) {
        return template()
                .replace("{synthetic}", facts.synthetic() ? "\n**SYNTHETIC DATA: every row is made up.**\n" : "")
                .replace("{as_of}", facts.asOf().toString())
                .replace("{content_digest}", audit.contentDigest())
                .replace("{sources}", lines(facts))
                .replace("{tables}", tables(audit));
    }

    private static String lines(Facts facts) {
        return facts.sources().stream().map(DataPackage::line).collect(Collectors.joining("\n"));
    }

    private static String line(Source s) {
        return "- " + s.publisher() + ", " + s.dataset() + ", published " + s.published() + ", fetched " + s.accessed()
                + ", licence: " + s.licence() + (s.synthetic() ? " (synthetic)" : "");
    }

    private static String tables(Audit audit) {
        return audit.tables().entrySet().stream()
                .map(t -> "| `" + t.getKey() + "` | " + t.getValue().rows() + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String template() {
        try (var in = DataPackage.class.getResourceAsStream("README.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the page of a release in the program's jar", e);
        }
    }
}
