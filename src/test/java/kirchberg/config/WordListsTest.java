package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.words.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordListsTest {
    private static final Path LISTS = Path.of("data", "words");

    @TempDir
    private Path folder;

    @Test
    void the_lists_of_the_jar_are_those_of_the_project() {
        assertThat(WordLists.builtIn()).isEqualTo(WordLists.of(LISTS));
    }

    @Test
    void every_role_has_words_and_every_language_that_is_read_has_hedges() {
        var rows = WordLists.builtIn().rows();

        assertThat(Role.values()).allSatisfy(role -> assertThat(rows).anyMatch(word -> word.role() == role));
        assertThat(rows.stream()
                        .filter(word -> word.role() == Role.HEDGE)
                        .map(word -> word.language())
                        .distinct())
                .contains("en", "fr", "de", "es", "it", "pt", "nl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "HEGDE,NEARLY,en,nearly,;got role HEGDE, expected one of [HEDGE, HEDGE_AFTER]; did you mean HEDGE",
                "HEDGE,ALMOST,en,nearly,;wrong value for HEDGE, got \"ALMOST\", expected NONE or EXACTLY or NEARLY",
                "HEDGE,NEARLY,xx,nearly,;got language xx, expected one of",
                "HEDGE,NEARLY,en,,;it is empty, got \"\", expected words",
                "HEDGE,NEARLY,en;got the cells HEDGE,NEARLY,en, expected role,value,language,words,note",
                "POWER,9,en,billion,;got role POWER, expected one of [HEDGE, HEDGE_AFTER]"
            })
    void a_row_that_cannot_be_used_stops_with_its_file_and_line(String row, String why) throws IOException {
        copy();
        var file = folder.resolve("hedges.csv");
        Files.writeString(file, "# mine\nrole,value,language,words,note\n" + row + "\n");

        assertThatThrownBy(() -> WordLists.of(folder))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.USAGE))
                .hasMessageStartingWith("Cannot use a row of a word list: ")
                .hasMessageContaining(why)
                .hasMessageEndingWith("in " + file + ":3");
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        copy();
        Files.delete(folder.resolve("units.csv"));

        assertThatThrownBy(() -> WordLists.of(folder))
                .isInstanceOf(Stop.class)
                .hasMessageContaining(folder.resolve("units.csv").toString());
    }

    @Test
    void a_row_that_a_user_adds_is_used() throws IOException {
        copy();
        var file = folder.resolve("hedges.csv");
        Files.writeString(file, Files.readString(file) + "HEDGE,NEARLY,en,a whisker below,mine\n");

        assertThat(WordLists.of(folder).rows())
                .hasSize(WordLists.builtIn().rows().size() + 1);
    }

    private void copy() throws IOException {
        for (var name : Role.files()) {
            Files.copy(LISTS.resolve(name + ".csv"), folder.resolve(name + ".csv"));
        }
    }
}
