package kirchberg.publish.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kirchberg.domain.release.TableDigest;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.Sha256;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** One pass over a table on disk: its order is checked, its content digested and, unless too long, copied as CSV. */
public final class TableCopy {
    /** Longer tables have no CSV copy: no spreadsheet opens them. */
    private static final long CSV_ROWS = 1_000_000;

    /** What a spreadsheet would take for a formula; a plain number is none. */
    private static final Pattern FORMULA =
            Pattern.compile("(?![-+]?[0-9]+([.][0-9]+)?\\z)[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final int NULL = -1;
    private static final int BUFFER = 1 << 16;

    private final Table table;
    private final MessageDigest digest = Sha256.begin();
    private final Comparator<Row> order;
    private final boolean[] isText;
    private @Nullable Row before;

    private TableCopy(Table table) {
        this.table = table;
        this.order = order(table);
        this.isText = new boolean[table.fields().size()];
        for (var field : table.fields()) {
            isText[table.index(field)] = field.type().equals(DataTypes.StringType);
            add(field.name());
            add(field.type().sql());
        }
    }

    /** Reads the table of a draft's folder, hands each row on and writes the copy. */
    public static TableDigest of(Folder folder, Table table, Consumer<Row> rows) {
        return of(folder, table, (copy, reader) -> {
            if (reader.rows() > CSV_ROWS) {
                copy.read(reader, rows, null);
            } else {
                copy.readToCsv(reader, rows, folder);
            }
        });
    }

    /** Reads the table of a release and hands each row on; writes nothing. */
    public static TableDigest again(Folder release, Table table, Consumer<Row> rows) {
        return of(release, table, (copy, reader) -> copy.read(reader, rows, null));
    }

    private static TableDigest of(Folder folder, Table table, BiConsumer<TableCopy, TableReader> pass) {
        var file = TableFiles.data(table);
        var copy = new TableCopy(table);
        try (var reader = new TableReader(folder, file, table)) {
            var sha256 = folder.sha256(file);
            pass.accept(copy, reader);
            return new TableDigest(reader.rows(), Sha256.hex(copy.digest.digest()), sha256);
        }
    }

    /** Digest of a release: over the names and content digests of its tables, in the order of names. */
    public static String combined(SortedMap<String, TableDigest> tables) {
        var copy = new TableCopy(Table.of("", 0));
        tables.forEach((name, table) -> {
            copy.add(name);
            copy.add(table.contentDigest());
        });
        return Sha256.hex(copy.digest.digest());
    }

    /** Rows of a table under its key; null comes first, text in the order of its UTF-8 bytes, as in Spark. */
    public static Comparator<Row> order(Table table) {
        return (a, b) -> {
            for (var i = 0; i < table.keySize(); i++) {
                var result = compare(a.get(i), b.get(i));
                if (result != 0) {
                    return result;
                }
            }
            return 0;
        };
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof String text) {
            return compareText(text, (String) b);
        }
        return a instanceof Integer number ? number.compareTo((Integer) b) : ((Long) a).compareTo((Long) b);
    }

    /** By code point, which is the order of UTF-8 bytes; {@code String.compareTo} goes by UTF-16 units. */
    public static int compareText(String a, String b) {
        var shorter = Math.min(a.length(), b.length());
        for (var i = 0; i < shorter; i++) {
            var x = a.charAt(i);
            var y = b.charAt(i);
            if (x != y) {
                var surrogates = Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
                return surrogates != 0 ? surrogates : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private void readToCsv(TableReader reader, Consumer<Row> rows, Folder folder) {
        var name = "csv/" + table.name() + ".csv";
        try (var out = folder.output(name).create(BUFFER);
                var csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .quoteStrategy(QuoteStrategies.EMPTY)
                        .build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(table.names());
            read(reader, rows, csv);
        } catch (IOException e) {
            throw Faults.fault("write", folder.shown(name), e);
        } catch (UncheckedIOException e) {
            throw Faults.fault("write", folder.shown(name), new IOException(e));
        }
    }

    private void read(TableReader reader, Consumer<Row> rows, @Nullable CsvWriter csv) {
        while (reader.hasNext()) {
            var row = reader.next();
            checkOrder(row);
            var texts = texts(row);
            for (var text : texts) {
                add(text);
            }
            if (csv != null) {
                csv.writeRecord(defused(texts));
            }
            rows.accept(row);
        }
    }

    private void checkOrder(Row row) {
        var last = before;
        if (last != null && order.compare(last, row) >= 0) {
            throw TableFault.broken(
                    table,
                    "rows out of order or repeated, got key " + TableFault.key(table, row) + " after "
                            + TableFault.key(table, last) + ", expected rising keys");
        }
        before = row;
    }

    private static @Nullable String[] texts(Row row) {
        var texts = new @Nullable String[row.size()];
        for (var i = 0; i < texts.length; i++) {
            var value = row.get(i);
            texts[i] = value == null
                    ? null
                    : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }
        return texts;
    }

    /** Length, then bytes: no two rows run together, and null differs from empty. */
    private void add(@Nullable String text) {
        if (text == null) {
            length(NULL);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
    }

    private void length(int bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes).flip());
    }

    private @Nullable String[] defused(@Nullable String[] texts) {
        var cells = Arrays.copyOf(texts, texts.length);
        for (var i = 0; i < cells.length; i++) {
            var cell = cells[i];
            if (isText[i] && cell != null && FORMULA.matcher(cell).matches()) {
                cells[i] = "'" + cell;
            }
        }
        return cells;
    }
}
