package kirchberg.publish.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.publish.release.Release;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.Stores;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Field;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class TableFilesTest {
    /** Every type that a table may have. */
    private static final Table ALL = Table.of(
            "all_types",
            1,
            Field.text("name", "x"),
            Field.flag("flag", "x"),
            Field.day("seen_on", "x"),
            Field.year("seen_year", "x"),
            Field.count("seen_count", "x"),
            Field.share("share", "x"),
            Field.eur("amount_eur", "x"),
            new Field("unit", DataTypes.createDecimalType(18, 4), "x"),
            new Field("exact_eur", Field.EXACT_EUR, "x"));

    private static final List<Row> ROWS = List.of(
            RowFactory.create(null, null, null, null, null, null, null, null, null),
            row("", true, "0001-01-01", Integer.MIN_VALUE, Long.MIN_VALUE, "0.00000000", "-9999999999999999.99"),
            row("=1+1", false, "1969-12-31", -1, -1L, "0.33333333", "-0.01"),
            row(
                    "a;\"b\"\r\n",
                    true,
                    "9999-12-31",
                    Integer.MAX_VALUE,
                    Long.MAX_VALUE,
                    "1.00000000",
                    "9999999999999999.99"),
            row("-12.50", true, "2024-02-29", 0, 0L, "1.00000000", "0.00"));

    @TempDir
    private Path root;

    private Folder folder;

    private static Row row(String name, boolean flag, String day, int year, long count, String share, String eur) {
        var money = new BigDecimal(eur);
        return RowFactory.create(
                name,
                flag,
                LocalDate.parse(day),
                year,
                count,
                new BigDecimal(share),
                money,
                money.movePointLeft(2),
                money.multiply(new BigDecimal("1000000000.12345678")));
    }

    @BeforeEach
    void open_the_folder() {
        folder = new Folder(Stores.open(Address.of(root.toString())), "");
    }

    private List<Row> read() {
        var rows = new java.util.ArrayList<Row>();
        try (var reader = new TableReader(folder, TableFiles.data(ALL), ALL)) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void what_spark_writes_is_read_without_it() {
        TableFiles.write(folder, ALL, LocalSpark.rows(ALL, ROWS));
        assertThat(read()).containsExactlyInAnyOrderElementsOf(ROWS).isSortedAccordingTo(TableCopy.order(ALL));
    }

    @Test
    void what_is_written_without_spark_spark_reads() {
        TableFiles.write(folder, ALL, ROWS);
        assertThat(read()).containsExactlyInAnyOrderElementsOf(ROWS).isSortedAccordingTo(TableCopy.order(ALL));
        assertThat(TableFiles.open(LocalSpark.session(), folder, TableFiles.data(ALL), ALL)
                        .collectAsList())
                .containsExactlyInAnyOrderElementsOf(ROWS);
    }

    @Test
    void both_ways_give_the_same_digest() {
        TableFiles.write(folder, ALL, ROWS);
        var ours = TableCopy.of(folder, ALL, row -> {}).contentDigest();
        folder.delete(TableFiles.data(ALL));
        folder.delete("csv/all_types.csv");
        TableFiles.write(folder, ALL, LocalSpark.rows(ALL, ROWS));
        assertThat(TableCopy.of(folder, ALL, row -> {}).contentDigest()).isEqualTo(ours);
    }

    @Test
    void the_csv_copy_is_plain_and_defused() throws IOException {
        TableFiles.write(folder, ALL, ROWS);
        TableCopy.of(folder, ALL, row -> {});
        var csv = root.resolve("csv").resolve("all_types.csv");
        // Null is nothing, empty text is two quotes; a number in a text column is no formula.
        assertThat(Files.readString(csv))
                .startsWith(
                        "name,flag,seen_on,seen_year,seen_count,share,amount_eur,unit,exact_eur\r\n,,,,,,,,\r\n\"\",true,0001-01-01,")
                .contains("\r\n'=1+1,false,1969-12-31,-1,-1,0.33333333,-0.01,-0.0001,-10000000.0012345678\r\n")
                .contains("\r\n-12.50,true,2024-02-29,")
                .contains("\r\n\"a;\"\"b\"\"\r\n\",true,9999-12-31,");
    }

    @Test
    void null_and_empty_have_different_digests() {
        var table = Table.of("two", 1, Field.count("id_count", "x"), Field.text("name", "x"));
        var digests = new java.util.HashSet<String>();
        for (var name : new String[] {null, "", "x"}) {
            TableFiles.write(folder, table, List.of(RowFactory.create(1L, name)));
            digests.add(TableCopy.of(folder, table, row -> {}).contentDigest());
            folder.delete(TableFiles.data(table));
            folder.delete("csv/two.csv");
        }
        assertThat(digests).hasSize(3);
    }

    @Test
    void text_is_ordered_as_spark_orders_it() {
        // U+FFFD is above U+D83D as a UTF-16 unit, but U+1F600 is above U+FFFD as a character.
        assertThat(TableCopy.compareText("\ufffd", "\ud83d\ude00")).isNegative();
        assertThat(TableCopy.compareText("a", "ab")).isNegative();
        assertThat(TableCopy.compareText("\u00e9", "z")).isPositive();
    }

    @Test
    void a_decimal_that_does_not_fit_is_never_rounded() {
        var table = Table.of("one", 1, Field.eur("amount_eur", "x"));
        try (var writer = new TableWriter(folder, "one.parquet", table)) {
            assertThatThrownBy(() -> writer.accept(RowFactory.create(new BigDecimal("0.001"))))
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> writer.accept(RowFactory.create(new BigDecimal("12345678901234567.00"))))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void a_release_of_an_earlier_version_lacks_columns_and_can_be_read() {
        var now =
                Table.of("grown", 1, Field.text("name", "x"), Field.day("added_on", "x"), Field.eur("amount_eur", "x"));
        var then = Table.of("grown", 1, Field.text("name", "x"), Field.eur("amount_eur", "x"), Field.text("gone", "x"));
        TableFiles.write(folder, then, List.of(RowFactory.create("a", new BigDecimal("1.50"), "old")));
        var rows = new Release("run", folder, Map.of()).rows(now);
        assertThat(rows).containsExactly(RowFactory.create("a", null, new BigDecimal("1.50")));
        // what a run writes must have every column
        assertThatThrownBy(() -> TableFiles.rows(folder, now, 1))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("wrong columns");
    }

    @Test
    void a_column_that_has_another_type_now_is_named() {
        var then = Table.of("turned", 1, Field.count("amount_eur", "x"));
        TableFiles.write(folder, then, List.of(RowFactory.create(1L)));
        var release = new Release("run", folder, Map.of());
        assertThatThrownBy(() -> release.rows(Table.of("turned", 1, Field.eur("amount_eur", "x"))))
                .isInstanceOfSatisfying(Stop.class, s -> assertThat(s.exit()).isEqualTo(Exit.STORE))
                .hasMessageContaining("int64 amount_eur");
    }
}
