package kirchberg.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet files for tests, written by DuckDB, as an analyst would, or value by value. */
public final class ParquetFiles {
    private ParquetFiles() {}

    /** The columns of one invented record, each as an SQL expression; to be changed by what a test speaks of. */
    public static Map<String, String> record() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("operation_id", "'20240001'");
        columns.put("operation_name", "'LOAN'");
        columns.put("institution", "'EIB'");
        columns.put("stage", "'SIGNED'");
        columns.put("signed_on", "DATE '2024-07-30'");
        columns.put("amount_eur", "1000.50::DECIMAL(18,2)");
        columns.put("joint_amount_eur", "NULL::DECIMAL(18,2)");
        columns.put("mobilised_amount_eur", "2500000::DECIMAL(18,2)");
        columns.put("country", "'Italy'");
        columns.put("region", "'European Union'");
        columns.put("nuts2", "'ITF3'");
        columns.put("sector", "'Energy'");
        columns.put("priorities", "'climate;cohesion'");
        columns.put("climate_share", "0.5::DECIMAL(9,8)");
        columns.put("programmes", "NULL::VARCHAR");
        columns.put("description", "'A bridge'");
        return columns;
    }

    /** The same record with one column changed. */
    public static Map<String, String> with(String column, String expression) {
        var columns = record();
        columns.put(column, expression);
        return columns;
    }

    /** Writes records with the same columns as one file. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static Path write(Path file, Map<String, String>... records) {
        return copy(
                Arrays.stream(records)
                        .map(r -> r.entrySet().stream()
                                .map(e -> e.getValue() + " AS " + e.getKey())
                                .collect(Collectors.joining(", ", "SELECT ", "")))
                        .collect(Collectors.joining(" UNION ALL ")),
                file);
    }

    /** Writes what a query gives. */
    public static Path copy(String query, Path file) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
            return file;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes one row under a schema of Parquet's own notation. */
    @SafeVarargs
    public static Path write(Path file, String schema, Consumer<Group>... rows) {
        var message = MessageTypeParser.parseMessageType("message portfolio {" + schema + "}");
        try (var writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(message)
                .withConf(new PlainParquetConfiguration())
                .build()) {
            for (var row : rows) {
                var group = new SimpleGroup(message);
                row.accept(group);
                writer.write(group);
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Columns beside those that a test speaks of, in Parquet's own notation; all may be null. */
    public static String schemaWith(Map<String, String> changed) {
        return record().keySet().stream()
                .map(name -> changed.getOrDefault(name, usual(name)))
                .collect(Collectors.joining("; ", "", ";"));
    }

    private static String usual(String name) {
        if (name.endsWith("_eur")) {
            return "optional int64 " + name + " (DECIMAL(18,2))";
        }
        return switch (name) {
            case "signed_on" -> "optional int32 signed_on (DATE)";
            case "climate_share" -> "optional int32 climate_share (DECIMAL(9,8))";
            default -> "optional binary " + name + " (STRING)";
        };
    }

    /** The same file with another length of the footer in its tail. */
    public static byte[] withFooterLength(byte[] file, int length) {
        var bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putInt(file.length - 8, length).array();
    }

    /** Where the first page of a column begins. */
    public static int firstPage(byte[] file, String column) throws IOException {
        var begin = footer(file);
        var footer = Util.readFileMetaData(new ByteArrayInputStream(file, begin, file.length - begin - 8));
        return footer.getRow_groups().get(0).getColumns().stream()
                .map(ColumnChunk::getMeta_data)
                .filter(c -> c.getPath_in_schema().equals(List.of(column)))
                .mapToInt(c -> Math.toIntExact(
                        c.isSetDictionary_page_offset() && c.getDictionary_page_offset() > 0
                                ? c.getDictionary_page_offset()
                                : c.getData_page_offset()))
                .findFirst()
                .orElseThrow();
    }

    /** Where the footer of a file begins. */
    public static int footer(byte[] file) {
        return file.length
                - 8
                - ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    }

    /** The same pages under another footer. */
    public static byte[] withFooter(byte[] file, byte[] footer) {
        var begin = footer(file);
        return ByteBuffer.allocate(begin + footer.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(file, 0, begin)
                .put(footer)
                .putInt(footer.length)
                .put(file, file.length - 4, 4)
                .array();
    }
}
