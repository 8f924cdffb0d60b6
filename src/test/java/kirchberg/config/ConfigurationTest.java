package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Problem;
import kirchberg.domain.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {
    private static final String JOB = """
            sources: [bank/2024, none/2024]
            reference: reference
            claims: [claims, none.yaml]
            output: out
            """;

    @TempDir
    private Path folder;

    private List<String> problems(String job) throws IOException {
        return Configuration.problems(Files.writeString(folder.resolve("job.yaml"), job)).stream()
                .map(this::place)
                .toList();
    }

    private String place(Problem problem) {
        var file = folder.relativize(Path.of(problem.file()));
        return file + ":" + problem.line() + ":" + problem.column() + " " + problem.code();
    }

    private void write(String name, String text) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).resolveSibling("."));
        Files.writeString(path, text);
    }

    @Test
    void the_problems_of_a_job_are_those_of_all_its_files() throws IOException {
        write("bank/2024/source.yaml", "publishr: x\nfiles: [\n");
        write("claims/b.yaml", "publication: x\ntitle: x\ndate: 2025-13-01\nlanguage: en\nclaims: [a]\n");
        assertThat(problems(JOB))
                .containsExactly(
                        "job.yaml:1:22 job.sources", // no folder none/2024
                        "job.yaml:2:12 job.reference", // no folder reference
                        "job.yaml:3:18 job.claims", // no file none.yaml
                        "bank/2024/source.yaml:3:1 source.yaml", // the list is not closed
                        "claims/b.yaml:3:7 claim.date",
                        "claims/b.yaml:5:10 claim.claims");
    }

    @Test
    void what_is_said_wrongly_is_not_also_reported_as_missing() throws IOException {
        assertThat(problems("sources: x\nclaims: {}\noutput: out\n"))
                .containsExactly("job.yaml:1:1 job.reference", "job.yaml:1:10 job.sources", "job.yaml:2:9 job.claims");
    }

    @Test
    void a_job_that_is_no_yaml_has_one_problem() throws IOException {
        assertThat(problems("sources: [")).containsExactly("job.yaml:1:11 job.yaml");
    }

    @Test
    void a_digest_depends_on_names_and_bytes_and_on_nothing_else() throws IOException {
        write("one/a.csv", "x");
        write("one/sub/b.csv", "y");
        write("two/sub/b.csv", "y");
        write("two/a.csv", "x");
        write("two/.hidden", "z");
        var digest = Configuration.digest(folder.resolve("one"));
        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(Configuration.digest(folder.resolve("two")));
        write("two/a.csv", "xy");
        assertThat(Configuration.digest(folder.resolve("two"))).isNotEqualTo(digest);
        write("two/a.csv", "x");
        Files.move(folder.resolve("two/a.csv"), folder.resolve("two/c.csv"));
        assertThat(Configuration.digest(folder.resolve("two"))).isNotEqualTo(digest);
    }

    @Test
    void the_digest_of_a_file_is_that_of_its_name_length_and_bytes() throws IOException {
        write("a.csv", "x");
        // printf 'a.csv\n1\nx' | sha256sum
        assertThat(Configuration.digest(folder.resolve("a.csv")))
                .isEqualTo("fde97e446d59839876e5098314d0de855cd2243f23fae99915478225d99775f3");
    }

    @Test
    void there_is_no_digest_of_nothing() {
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.digest(folder.resolve("none")));
        assertThat(stop.exit()).isEqualTo(Exit.INPUT);
    }
}
