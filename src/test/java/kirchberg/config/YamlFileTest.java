package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YamlFileTest {
    @TempDir
    private Path folder;

    private List<Problem> problems(byte[] bytes) throws IOException {
        var file = new YamlFile(Files.write(folder.resolve("a.yaml"), bytes), "job");
        file.root("name list");
        return file.problems();
    }

    private List<Problem> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The single problem of a text: its place and message. */
    private String problem(String text) throws IOException {
        var all = problems(text);
        assertThat(all).hasSize(1);
        return all.get(0).line() + ":" + all.get(0).column() + " " + all.get(0).message();
    }

    @Test
    void a_syntax_error_is_one_problem_with_its_place() throws IOException {
        assertThat(problem("name: x\nlist: [a, b\n")).startsWith("3:1 this is no YAML: ");
        assertThat(problem("name: x\n\tlist: a\n")).startsWith("2:1 this is no YAML: ");
        assertThat(problem("name: 'x\n")).startsWith("2:1 this is no YAML: ");
    }

    @Test
    void an_empty_file_and_a_file_without_keys_are_problems() throws IOException {
        assertThat(problem("")).isEqualTo("1:1 this file is empty");
        assertThat(problem("# nothing\n")).isEqualTo("1:1 this file is empty");
        assertThat(problem("- a\n")).isEqualTo("1:1 file must hold keys and values");
    }

    @Test
    void values_stay_the_text_that_they_are() throws IOException {
        var path = Files.writeString(folder.resolve("a.yaml"), "\uFEFFname: NO\nlist: [089, 2024-01-01, 0x10, ~]\n");
        var map = new YamlFile(path, "job").root("name list").orElseThrow();
        assertThat(map.value("name", Grammar.LINE)).isEqualTo("NO");
        assertThat(map.list("list", Grammar.LINE))
                .extracting(YamlMap.Item::value)
                .containsExactly("089", "2024-01-01", "0x10", "~");
    }

    @Test
    void an_alias_bomb_is_refused_before_it_grows() throws IOException {
        var bomb = new StringBuilder("name: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("k")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        // two aliases in each line from the second on, so the 51st is the first one of line 27
        assertThat(problem(bomb.toString())).isEqualTo("27:12 there are more than 50 aliases");
    }

    @Test
    void an_alias_to_itself_does_not_go_round_for_ever() throws IOException {
        assertThat(problems("name: x\nlist: &a [*a]\n")).isEmpty();
        assertThat(problem("&a\n*a : x\n")).isNotEmpty();
    }

    @Test
    void a_million_levels_are_refused_before_they_are_built() throws IOException {
        assertThat(problem("name: " + "[".repeat(1_000_000))).isEqualTo("1:38 this is nested more than 32 levels deep");
        assertThat(problem("- ".repeat(500_000))).startsWith("1:").endsWith("this is nested more than 32 levels deep");
        assertThat(problem("{".repeat(500_000))).startsWith("1:").endsWith("this is nested more than 32 levels deep");
    }

    @Test
    void a_tag_is_refused() throws IOException {
        assertThat(problem("name: !!javax.script.ScriptEngineManager [x]\n"))
                .isEqualTo("1:7 tags such as !!name are not allowed");
        assertThat(problem("name: !x y\n")).isEqualTo("1:7 tags such as !!name are not allowed");
    }

    @Test
    void a_file_of_two_megabytes_is_refused() throws IOException {
        assertThat(problem("name: " + "x".repeat(2_000_000))).isEqualTo("1:1 this file is larger than 1 MiB");
    }

    @Test
    void bytes_that_are_not_utf8_are_refused_with_their_place() throws IOException {
        var problems = problems("name: x\nlist: caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line()).isEqualTo(2);
        assertThat(problems.get(0).column()).isEqualTo(10);
    }

    @Test
    void a_control_character_is_refused_and_not_shown() throws IOException {
        var problems = problems("name: \uD83D\uDE00\nlist: a\u0007b\n");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line()).isEqualTo(2);
        assertThat(problems.get(0).column()).isEqualTo(8);
        assertThat(problems.get(0).excerpt()).isEqualTo("list: a b");
    }

    @Test
    void two_documents_in_one_file_are_refused() throws IOException {
        assertThat(problem("name: x\n---\nname: y\n")).startsWith("2:1 this is no YAML: ");
    }

    @Test
    void of_very_many_problems_a_hundred_are_kept() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("unknown").append(i).append(": x\n");
        }
        var problems = problems(text.toString());
        assertThat(problems).hasSize(100);
        assertThat(problems.get(99).message()).endsWith("and there are more problems");
    }

    @Test
    void a_long_line_is_cut_in_the_message() throws IOException {
        var problem = problems("name: x\n" + "y".repeat(900) + ": x\n").get(0);
        assertThat(problem.render()).hasSizeLessThan(600);
    }
}
