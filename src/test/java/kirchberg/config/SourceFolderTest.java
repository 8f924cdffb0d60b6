package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Problem;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.domain.source.SourceFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceFolderTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String GOOD = """
            publisher: A bank
            dataset: Signed financings
            format: eib-export-csv
            institution: EIB
            currency: EUR
            published: 2024-07-31
            accessed: 2024-08-01
            licence: CC BY 4.0
            url: https://example.org/list.csv
            synthetic: false
            files:
              - {name: list.csv, bytes: 12, sha256: %s}
            covers: {stage: SIGNED, place: EU, from: 1959-01-01, to: 2024-06-30, complete: true}
            """.formatted(DIGEST);

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void make_the_folder() throws IOException {
        folder = Files.createDirectories(root.resolve("bank/2024-07"));
    }

    private Path write(String yaml) throws IOException {
        Files.writeString(folder.resolve("source.yaml"), yaml);
        return folder;
    }

    private List<Problem> refused(String yaml) throws IOException {
        write(yaml);
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.source(folder));
        assertThat(stop.exit()).isEqualTo(Exit.USAGE);
        var source = new SourceFolder(folder);
        source.source();
        return source.file().problems();
    }

    private static List<String> places(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                .toList();
    }

    @Test
    void a_good_file_is_read_whole() throws IOException {
        assertThat(Configuration.source(write(GOOD)))
                .isEqualTo(new Source(
                        "bank/2024-07",
                        folder,
                        "A bank",
                        "Signed financings",
                        SourceFormat.EIB_EXPORT_CSV,
                        StandardCharsets.UTF_8,
                        Institution.EIB,
                        "EUR",
                        LocalDate.of(2024, 7, 31),
                        LocalDate.of(2024, 8, 1),
                        "CC BY 4.0",
                        "https://example.org/list.csv",
                        false,
                        List.of(new SourceFile("list.csv", 12, DIGEST)),
                        new Coverage(
                                Institution.EIB,
                                Stage.SIGNED,
                                Place.EU,
                                LocalDate.of(1959, 1, 1),
                                LocalDate.of(2024, 6, 30),
                                true)));
    }

    @Test
    void a_file_that_is_not_listed_is_kept_out() throws IOException {
        Files.writeString(folder.resolve("other.csv"), "x");
        assertThat(Configuration.source(write(GOOD)).files())
                .extracting(SourceFile::name)
                .containsExactly("list.csv");
    }

    @Test
    void the_address_may_be_absent_and_a_digest_may_be_in_upper_case() throws IOException {
        var source = Configuration.source(
                write(GOOD.replace("url: https://example.org/list.csv\n", "").replace("abcdef", "ABCDEF")));
        assertThat(source.url()).isEmpty();
        assertThat(source.files().get(0).sha256()).isEqualTo(DIGEST);
    }

    @Test
    void a_missing_folder_and_a_folder_without_source_yaml_are_missing_input() {
        for (var path : List.of(folder, root.resolve("none"))) {
            var stop = catchThrowableOfType(Stop.class, () -> Configuration.source(path));
            assertThat(stop.exit()).isEqualTo(Exit.INPUT);
            assertThat(stop).hasMessageContaining("there is no file " + path.resolve("source.yaml"));
        }
    }

    @Test
    void every_error_of_a_file_is_reported_at_once() throws IOException {
        var problems = refused("""
                publisher:
                dataset: x
                format: eib-export-cvs
                institution: COMMISSION
                currency: USD
                published: 31/07/2024
                accessed: 2024-02-30
                licence: x
                url: javascript:alert(1)
                synthetic: yes
                files:
                  - {name: a.csv, bytes: 1.5, sha256: abc}
                  - {name: a.csv, bytes: 1, sha256: %s, md5: x}
                covers: {stage: SIGNT, place: eu, from: 2024-01-02, to: 2024-01-01}
                """.formatted(DIGEST));
        assertThat(places(problems))
                .containsExactly(
                        "1:11 source.publisher", // there, but empty
                        "3:9 source.format",
                        "4:14 source.institution",
                        "5:11 source.currency",
                        "6:12 source.published",
                        "7:11 source.accessed",
                        "9:6 source.url",
                        "10:12 source.synthetic",
                        "12:26 source.bytes",
                        "12:39 source.sha256",
                        "13:12 source.name",
                        "13:%d source.key".formatted(13 + 26 + 64),
                        "14:9 source.complete", // missing: said at the beginning of covers
                        "14:17 source.stage",
                        "14:31 source.place",
                        "14:57 source.to");
        assertThat(problems.get(1).help())
                .isEqualTo(
                        "did you mean eib-export-csv? (eib-export-csv, eib-export-xlsx, eib-loans-json, eib-projects-json,"
                                + " iati-xml, kirchberg-csv, kirchberg-parquet)");
        assertThat(problems.get(2).help()).isEqualTo("expected EIB, EIF, GROUP");
        assertThat(problems.get(14).help()).startsWith("did you mean EU?");
    }

    @Test
    void a_list_of_operations_cannot_cover_signatures() throws IOException {
        var problems = refused(GOOD.replace("eib-export-csv", "eib-projects-json"));
        assertThat(places(problems)).containsExactly("13:9 source.covers");
        assertThat(problems.get(0).help()).isEqualTo("write stage: APPROVED and complete: false");
    }

    @Test
    void an_encoding_is_utf_8_unless_the_file_says_windows_1252() throws IOException {
        assertThat(Configuration.source(write(GOOD + "encoding: windows-1252\n"))
                        .encoding())
                .isEqualTo(Charset.forName("windows-1252"));
        assertThat(places(refused(GOOD + "encoding: UTF-16\n"))).containsExactly("14:11 source.encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../list.csv", "/etc/hostname", "a/../../list.csv", "..", ".", "a/..", "link.csv", "linked/x"})
    void a_file_outside_the_folder_is_refused_also_behind_a_link(String name) throws IOException {
        Files.writeString(root.resolve("secret.csv"), "x");
        Files.writeString(root.resolve("x"), "x");
        Files.createSymbolicLink(folder.resolve("link.csv"), root.resolve("secret.csv"));
        Files.createSymbolicLink(folder.resolve("linked"), root);
        var problems = refused(GOOD.replace("list.csv, bytes", name + ", bytes"));
        assertThat(places(problems)).containsExactly("12:12 source.name");
        assertThat(problems.get(0).message()).isEqualTo("file " + name + " is not inside the source folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\0b\"", "\"a\\x1b[31mb\"", "\"a\\u202eb\"", "\"a\\nb\""})
    void a_file_name_with_control_characters_is_refused_and_not_shown(String name) throws IOException {
        var problems = refused(GOOD.replace("list.csv, bytes", name + ", bytes"));
        assertThat(places(problems)).containsExactly("12:12 source.name");
        assertThat(problems.get(0).message()).matches("cannot read file name a .*b");
    }

    @Test
    void a_file_in_a_folder_below_and_a_link_inside_are_fine() throws IOException {
        Files.createDirectories(folder.resolve("part"));
        Files.writeString(folder.resolve("part/one.csv"), "x");
        Files.createSymbolicLink(folder.resolve("list.csv"), folder.resolve("part/one.csv"));
        write(GOOD.replace("files:\n", "files:\n  - {name: part/one.csv, bytes: 1, sha256: " + DIGEST + "}\n"));
        assertThat(Configuration.source(folder).files()).hasSize(2);
    }

    @Test
    void the_id_is_made_of_the_last_two_names_of_the_path() {
        assertThat(SourceFolder.id(Path.of("/a/b/c"))).isEqualTo("b/c");
        assertThat(SourceFolder.id(Path.of("/a/b/x/../c/"))).isEqualTo("b/c");
        assertThat(SourceFolder.id(Path.of("/c"))).isEqualTo("c");
    }
}
