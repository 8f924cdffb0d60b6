package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kirchberg.domain.Institution;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema by which an editor completes claim files says what the grammar says. */
class ClaimSchemaTest {
    private static final Path FOLDER = Path.of("data/claims");
    private static final Path FILE = FOLDER.resolve("claims.schema.json");
    private static final String GOOD = """
            publication: release-1
            title: A release
            date: 2025-12-04
            language: fr
            url: https://example.org
            grade: RELAYED
            claims:
              - {id: signed, quote: "près de 89 milliards", resources: ALL, stage: SIGNED,
                 place: WORLD, period: 2024, institution: GROUP, measure: amount, hedge: NEARLY, figure: 89 bn EUR,
                 grade: DERIVED}
            """;

    @TempDir
    private Path folder;

    static List<Path> files() {
        return Folder.yamlFiles(FOLDER);
    }

    private static List<Error> bySchema(String yaml) throws IOException {
        return schema().validate(yaml, InputFormat.YAML);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(FILE));
    }

    private boolean isReadByGrammar(String yaml) throws IOException {
        var file = new ClaimFile(Files.writeString(folder.resolve("a.yaml"), yaml), new HashMap<>());
        file.claims();
        return file.file().problems().isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_claim_file_of_the_project_is_accepted_and_names_the_schema(Path file) throws IOException {
        var text = Files.readString(file);
        assertThat(text).startsWith("# yaml-language-server: $schema=claims.schema.json\n");
        assertThat(bySchema(text)).isEmpty();
    }

    @Test
    void the_example_that_is_broken_below_is_good() throws IOException {
        assertThat(isReadByGrammar(GOOD)).isTrue();
        assertThat(bySchema(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/claims_refused.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '\0')
    void what_the_grammar_refuses_the_schema_refuses(String why, String was, String becomes) throws IOException {
        assertThat(GOOD).as(why).contains(was);
        var bad = GOOD.replace(was, becomes);
        assertThat(isReadByGrammar(bad)).as(why).isFalse();
        assertThat(bySchema(bad)).as(why).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measure: amount, of: {cohesion: true}, figure: '1,234.5 m EUR'",
                "measure: amount, of: {programme: techeu}, figure: 70 EUR",
                "measure: mobilised, figure: 1 tn EUR",
                "measure: joint, figure: 0.0 bn EUR",
                "measure: share, of: {climate: true}, figure: 45.9%",
                "measure: share, of: {place: ES}, within: {place: EU}, figure: 14 %",
                "measure: growth, figure: 167 %",
                "measure: growth, against: 2018..2019, figure: 3 x",
                "measure: operations_growth, figure: 28 %",
                "measure: ratio, figure: 3.6 x",
                "measure: ratio, figure: 3.6",
                "measure: operations, figure: 900",
                "measure: operations, figure: '1,095'",
                "measure: count, counts: priorities, figure: 8",
                "measure: amount, place: EE+LT+LV, figure: 775 m EUR",
                "measure: amount, place: region:EAST, figure: 775 m EUR",
                "measure: amount, note: a, out_of_reach: b, figure: 1 k EUR"
            })
    void what_the_grammar_reads_the_schema_accepts(String measured) throws IOException {
        var good = GOOD.replace("place: WORLD, ", "")
                .replace("measure: amount, hedge: NEARLY, figure: 89 bn EUR", measured)
                .replace("url: https://example.org", "url:");
        assertThat(isReadByGrammar(good)).isTrue();
        assertThat(bySchema(good)).isEmpty();
    }

    @Test
    void the_schema_lists_the_words_of_the_domain() throws IOException {
        var claim = tree().at("/properties/claims/items/properties");
        assertThat(words(claim, "/institution")).isEqualTo(names(Institution.values()));
        assertThat(words(claim, "/resources")).isEqualTo(names(Resources.values()));
        assertThat(words(claim, "/stage")).isEqualTo(names(Stage.values()));
        assertThat(words(claim, "/hedge")).isEqualTo(names(Hedge.values()));
        assertThat(words(claim, "/grade")).isEqualTo(names(Grade.values()));
        assertThat(words(tree(), "/properties/grade")).isEqualTo(names(Grade.values()));
        assertThat(words(claim, "/measure").stream().map(m -> m.toUpperCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(names(Measure.values()));
        assertThat(words(claim, "/of/properties/priority"))
                .isEqualTo(Stream.of(Priority.values()).map(Priority::key).toList());
        assertThat(words(claim, "/of/properties/programme"))
                .isEqualTo(Stream.of(Programme.values()).map(Programme::key).toList());
    }

    @Test
    void the_schema_has_the_keys_of_the_grammar_each_with_a_description() throws IOException {
        var root = tree().at("/properties");
        var claim = root.at("/claims/items/properties");
        assertThat(keys(root))
                .containsExactlyInAnyOrder("publication", "title", "date", "language", "url", "grade", "claims");
        assertThat(keys(claim)).containsExactlyInAnyOrder(ClaimFile.KEYS.split(" "));
        assertThat(Stream.of(root, claim)
                        .flatMap(node -> node.properties().stream())
                        .filter(e -> !e.getValue().has("description")))
                .isEmpty();
    }

    private static JsonNode tree() throws IOException {
        return new ObjectMapper().readTree(FILE.toFile());
    }

    private static List<String> words(JsonNode node, String at) {
        return StreamSupport.stream(node.at(at + "/enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
