package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.ReleaseTables;
import kirchberg.table.Table;
import org.junit.jupiter.api.Test;

/** The published tables and their description are one. */
final class DictionaryTest {
    private static final Path DICTIONARY = Path.of("src/docs/dictionary.md");

    private static final String HEAD = """
            # Dictionary

            What is in a release: one file `data/<table>.parquet` for each table, and a CSV copy in `csv/`.
            Amounts are in EUR and exact, shares go from 0 to 1, null means unknown or not stated, never zero.
            Priorities and labels overlap, so their totals do not add up.

            This page is written from the tables in the code: `./mvnw test -Dtest=DictionaryTest -Dgolden=rewrite`.

            """;

    private static final List<Table> PUBLISHED = ReleaseTables.ALL;

    @Test
    void the_dictionary_says_what_the_tables_say() throws IOException {
        var expected = PUBLISHED.stream().map(Table::dictionary).collect(Collectors.joining("", HEAD, ""));
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.writeString(DICTIONARY, expected, StandardCharsets.UTF_8);
        }

        assertThat(DICTIONARY)
                .as("rewrite it with -Dgolden=rewrite and look at the difference")
                .hasContent(expected);
    }

    @Test
    void each_column_is_a_legal_name_with_a_meaning() {
        assertThat(fields()).allSatisfy(field -> {
            assertThat(field.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
            assertThat(field.meaning()).endsWith(".");
        });
    }

    @Test
    void no_column_is_named_by_a_word_that_sql_keeps_for_itself() {
        var reserved = List.of("year", "date", "order", "group", "select", "from", "to", "table", "end", "user");

        assertThat(fields()).extracting(Field::name).doesNotContainAnyElementsOf(reserved);
    }

    @Test
    void money_and_shares_are_exact_and_say_their_unit_last() {
        assertThat(fields()).allSatisfy(field -> {
            var type = field.type().sql().toLowerCase(Locale.ROOT);
            assertThat(type).isNotIn("double", "float", "timestamp");
            assertThat(type.equals("decimal(18,2)")).isEqualTo(isMoney(field));
            assertThat(type.equals("decimal(9,8)")).isEqualTo(field.name().endsWith("_share"));
        });
    }

    /** Contributions are products of money and shares, and keep all their digits. */
    private static boolean isMoney(Field field) {
        var isExactPart = Contributions.TABLE.fields().contains(field) && !field.equals(Contributions.BASE_EUR);
        return field.name().endsWith("_eur") && !isExactPart;
    }

    private static Stream<Field> fields() {
        return PUBLISHED.stream().flatMap(table -> table.fields().stream());
    }
}
