package kirchberg.read.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kirchberg.domain.Exit;
import kirchberg.domain.Membership;
import kirchberg.domain.Priority;
import kirchberg.domain.Stop;
import kirchberg.domain.place.PlaceContext;
import kirchberg.domain.place.PlaceName;
import kirchberg.spark.LocalSpark;
import kirchberg.table.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
final class ReferenceFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write_a_small_but_whole_set_of_tables() throws IOException {
        write("countries", """
                # Source: invented.
                country_label,country_code,country,country_region,member_from,member_until,cohesion_regions,label_membership,seen
                Italy,IT,Italy,EU,1958-01-01,,SOME,,2025
                United Kingdom,GB,United Kingdom,,1973-01-01,2020-01-31,,,2025
                EU Countries,,EU Countries,EU,,,,IN,2025
                """);
        write("regions", """
                # Source: invented.
                region_label,label_region,region_membership,seen
                European Union,EU,IN,2025
                "Africa, Caribbean, Pacific countries + OCT",ACP_OCT,OUT,2025
                """);
        write("sectors", """
                # Source: invented.
                sector_label,sector,seen
                Energy,ENERGY,2025
                """);
        write("cohesion_regions", """
                # Source: invented.
                nuts2,country,name,cohesion_category,basis,successor_of
                HR04,HR,Kontinentalna Hrvatska,LESS_DEVELOPED,list,
                AT11,AT,Burgenland,TRANSITION,list,
                AT12,AT,Wien,MORE_DEVELOPED,list,
                HR02,HR,Panonska Hrvatska,LESS_DEVELOPED,successor,HR04
                """);
        write("priorities", """
                # Source: invented.
                priority,title
                climate,Climate
                social,Social
                """);
        write("rules", """
                # Source: invented.
                rule,label,sector,eu_membership,name_pattern,low_share,high_share,why
                energy,climate,ENERGY,OUT,"(?i)solar, or wind",0.25,1,"why, not"
                inside,global,,IN,,0,0,
                """);
        write("gazetteer", """
                # Source: invented.
                place_name,country,nuts2,kind,language
                Niederösterreich,AT,AT12,NUTS2,de
                Lower Austria,AT,AT12,NUTS2,en
                Baden,AT,,AREA,
                """);
        write("place_contexts", """
                # Source: invented.
                context,sectors,effect,pattern,why
                bank,,IGNORED,"bank (?:of )?{place}",
                line,ENERGY,UNKNOWN,"{place}-{place}","why, not"
                """);
    }

    @Test
    void the_tables_become_data_sets_rules_and_counts() {
        var tables = ReferenceFiles.read(LocalSpark.session(), folder);

        assertThat(tables.countries().schema()).isEqualTo(References.COUNTRIES.schema());
        var kingdom = tables.countries().collectAsList().get(1);
        assertThat(kingdom.getString(1)).isEqualTo("GB");
        assertThat(kingdom.isNullAt(3)).isTrue();
        assertThat(kingdom.getLocalDate(4)).isEqualTo(LocalDate.of(1973, 1, 1));
        assertThat(kingdom.getLocalDate(5)).isEqualTo(LocalDate.of(2020, 1, 31));
        assertThat(tables.regions().collectAsList()).hasSize(2);
        assertThat(tables.sectors().collectAsList()).hasSize(1);
        assertThat(tables.cohesionRegions().collectAsList()).hasSize(4);
        // two of the three codes of 2016; the later code of HR04 is not counted again
        assertThat(tables.counts()).isEqualTo(Map.of("priorities", 2L, "cohesion_regions", 2L));
        assertThat(tables.rules()).hasSize(2);
        var rule = tables.rules().get(0);
        assertThat(rule.label()).isEqualTo(Priority.CLIMATE);
        assertThat(rule.membership()).isEqualTo(Membership.OUT);
        assertThat(rule.namePattern()).isEqualTo("(?i)solar, or wind");
        assertThat(rule.lowShare()).isEqualByComparingTo("0.25");
        assertThat(tables.rules().get(1).sector()).isNull();
        assertThat(tables.gazetteer().names())
                .containsExactly(
                        new PlaceName("Niederösterreich", "AT", "AT12"),
                        new PlaceName("Lower Austria", "AT", "AT12"),
                        new PlaceName("Baden", "AT", null));
        assertThat(tables.gazetteer().contexts())
                .containsExactly(
                        new PlaceContext("bank", Set.of(), PlaceContext.Effect.IGNORED, "bank (?:of )?{place}"),
                        new PlaceContext("line", Set.of("ENERGY"), PlaceContext.Effect.UNKNOWN, "{place}-{place}"));
    }

    @Test
    void a_doubled_key_is_refused_with_both_lines() throws IOException {
        append("countries", "Italy,IT,Italy,EU,1958-01-01,,SOME,,2025\n");
        append("cohesion_regions", "AT11,AT,Burgenland,TRANSITION,list,\n");

        assertRefused(
                "got \"Italy\" in lines 3 and 6, expected it once",
                "countries.csv:6:1",
                "got \"AT11\" in lines 4 and 7, expected it once");
    }

    @Test
    void every_unknown_value_is_named_at_once() throws IOException {
        append("countries", "Malta,MLT,Malta,ATLANTIS,2004-5-1,,MANY,MAYBE,2025\n");
        append("cohesion_regions", "MT0,MT,Malta,POOR,list,\n");
        append("priorities", "space,Space\n");
        append("rules", "bad,space,MINING,PERHAPS,(open,0.5,1.5,\nreversed,social,,,,1,0.5,\n");

        assertRefused(
                "Cannot read country_code: got \"MLT\"",
                "Cannot read country_region: got \"ATLANTIS\", expected one of nothing, ACP_OCT, EU",
                "Cannot read member_from: got \"2004-5-1\"",
                "Cannot read cohesion_regions: got \"MANY\"",
                "Cannot read label_membership: got \"MAYBE\"",
                "Cannot read nuts2: got \"MT0\"",
                "Cannot read cohesion_category: got \"POOR\"",
                "Cannot read priority: got \"space\"",
                "Cannot read label: got \"space\"",
                "Cannot read sector: got \"MINING\"",
                "Cannot read eu_membership: got \"PERHAPS\"",
                "Cannot read name_pattern: got \"(open\"",
                "Cannot read high_share: got \"1.5\"",
                "got low_share 1 above high_share 0.5");
    }

    @Test
    void every_mistake_of_the_gazetteer_is_named_at_once() throws IOException {
        append("gazetteer", """
                Wien,AT,AT99,CITY,
                Wien,XX,AT12,VILLAGE,
                Zagreb,AT,HR04,CITY,
                LOWER AUSTRIA,AT,AT12,NUTS2,
                Niederoesterreich,AT,AT11,NUTS2,
                ,AT,AT11,CITY,
                """);
        append("place_contexts", "line,MINING;ENERGY,PERHAPS,({place},\n");

        assertRefused(
                "gazetteer.csv:6",
                "Cannot read nuts2: got \"AT99\", expected a code of cohesion_regions or nothing",
                "Cannot read country: got \"XX\", expected one of AT, HR",
                "Cannot read kind: got \"VILLAGE\", expected one of AREA, CITY, NUTS1, NUTS2, NUTS3",
                "Cannot use nuts2: it lies in another country, got \"HR04\", expected AT and two more characters",
                "Cannot use place_name: it is there in line 4 too, got \"LOWER AUSTRIA\"",
                "Cannot use place_name: it is there in line 3 too, got \"Niederoesterreich\"",
                "Cannot read place_name: got \"\", expected a name that begins with a letter",
                "Cannot use context as key: it is there twice, got \"line\" in lines 4 and 5",
                "Cannot read sectors: got \"MINING;ENERGY\"",
                "Cannot read effect: got \"PERHAPS\", expected one of IGNORED, UNKNOWN",
                "Cannot read pattern: got \"({place}\", expected a regular expression");
    }

    @Test
    void the_gazetteer_of_the_project_has_no_mistake_and_a_name_for_every_region_of_2016() {
        var tables = ReferenceFiles.read(LocalSpark.session(), Path.of("data/reference"));

        assertThat(tables.gazetteer().names().stream()
                        .map(PlaceName::nuts2)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(240);
        assertThat(tables.gazetteer().names()).hasSizeGreaterThan(3000);
    }

    @Test
    void a_broken_table_is_named_with_what_is_missing() throws IOException {
        Files.delete(folder.resolve("sectors.csv"));
        write("regions", "region_label,label_region\nEuropean Union,EU\n");
        append("cohesion_regions", "AT13,AT\n");
        Files.write(folder.resolve("priorities.csv"), new byte[] {'p', (byte) 0x80});

        assertRefused(
                "error[reference.sectors]: Cannot read the table: there is no such file",
                "missing [region_membership]",
                "Cannot read the entry: got 2 cells, expected 6",
                "error[reference.priorities]: Cannot read the table");
    }

    private void assertRefused(String... messages) {
        assertThatThrownBy(() -> ReferenceFiles.read(LocalSpark.session(), folder))
                .asInstanceOf(type(Stop.class))
                .satisfies(stop -> assertThat(stop.exit()).isEqualTo(Exit.USAGE))
                .satisfies(stop -> assertThat(stop.getMessage()).contains(messages));
    }

    private void write(String table, String content) throws IOException {
        Files.writeString(folder.resolve(table + ".csv"), content, StandardCharsets.UTF_8);
    }

    private void append(String table, String content) throws IOException {
        var path = folder.resolve(table + ".csv");
        Files.writeString(path, Files.readString(path, StandardCharsets.UTF_8) + content, StandardCharsets.UTF_8);
    }
}
