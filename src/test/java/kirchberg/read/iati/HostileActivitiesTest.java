package kirchberg.read.iati;

import static kirchberg.read.iati.ActivityFile.BEGIN;
import static kirchberg.read.iati.ActivityFile.COMMITMENT;
import static kirchberg.read.iati.ActivityFile.END;
import static kirchberg.read.iati.ActivityFile.IDENTIFIER;
import static kirchberg.read.iati.ActivityFile.KENYA;
import static kirchberg.read.iati.ActivityFile.TITLE;
import static kirchberg.read.iati.ActivityFile.activity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be trusted are refused whole, with a place and a reason, and nothing else happens. */
final class HostileActivitiesTest {
    private static final String ACTIVITY = activity(IDENTIFIER, TITLE, KENYA, COMMITMENT);

    @TempDir
    private Path folder = Path.of("");

    /** The text ACTIVITY in a case stands for a sound activity. */
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/iati_refused.csv", numLinesToSkip = 1)
    void a_file_that_is_not_a_sound_activity_file_is_refused(String why, String text, String refusal, String message) {
        assertRefused(text.replace("ACTIVITY", ACTIVITY).replace("\\0", "\0"), refusal, message);
    }

    @Test
    void nothing_outside_the_file_is_read(@TempDir Path outside) throws IOException {
        var secret = Files.writeString(outside.resolve("secret.txt"), "1000000");
        var entity = "<!DOCTYPE iati-activities [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";

        assertRefused(
                entity + BEGIN.replaceFirst("<[?].*[?]>\n", "") + activity(IDENTIFIER, "&e;") + END,
                "UNSAFE_XML",
                "document type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title><narrative", "unknown"})
    void nesting_is_limited(String element) {
        var deep = "<b>".repeat(29) + "</b>".repeat(29);
        var end = element.contains("narrative") ? "narrative></title" : element;

        // root, activity and title or the unknown one
        assertThat(ActivityFile.of(folder, IDENTIFIER, "<a>" + deep + "</a>", COMMITMENT)
                        .rows())
                .hasSize(1);
        assertRefused(
                BEGIN + activity("<" + element + "><b>" + deep + "</b></" + end + ">") + END,
                "LIMIT",
                "deep, expected at most 32");
        assertRefused(BEGIN + activity("<" + element + ">" + "<b>".repeat(100_000)) + END, "LIMIT", "33 deep");
    }

    @Test
    void a_long_text_or_attribute_that_would_be_kept_is_refused() {
        var most = "x".repeat(65_536);
        var kept =
                ActivityFile.of(folder, IDENTIFIER, "<title><narrative>" + most + "</narrative></title>", COMMITMENT);

        assertThat(kept.values(Financings.OPERATION_NAME)).containsExactly(most);
        assertRefused(
                BEGIN + activity("<title><narrative>" + most + "x</narrative></title>") + END,
                "LIMIT",
                "got 65537 letters, expected at most 65536");
        assertRefused(
                BEGIN + activity("<recipient-country code=\"" + most + "x\"/>") + END,
                "LIMIT",
                "got 65537 letters, expected at most 65536");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>%s</b>",
                "<b c=\"%s\"/>",
                "<!-- %s -->",
                "<![CDATA[%s]]>",
                "<?x %s?>",
                "%s",
                "<value>%s</value>",
                "<title><narrative>%s</narrative></title>"
            })
    void a_record_above_a_mebibyte_is_refused_however_it_is_made(String form) {
        var large = form.formatted("x".repeat(1_048_577));
        var larger = form.formatted("x".repeat(20_000_000));

        assertRefused(BEGIN + activity(IDENTIFIER, large, COMMITMENT) + END, "LIMIT", "too l");
        assertRefused(BEGIN + activity(IDENTIFIER, larger, COMMITMENT) + END, "LIMIT", "too l");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b c=\"", "<!-- ", "<![CDATA[", "<?x ", "text "})
    void what_never_ends_is_refused_at_the_limit_and_not_at_the_end_of_the_file(String beginning) {
        var endless = beginning + "x ".repeat(3_000_000);

        assertRefused(BEGIN + activity(IDENTIFIER, COMMITMENT) + endless, "LIMIT", "too large");
    }

    @Test
    void a_record_of_a_mebibyte_in_many_elements_is_refused_and_a_smaller_one_read() {
        // 1,048,576 / 136 letters of a transaction and its line = 7,710
        var many = new String[8_000];
        Arrays.fill(many, COMMITMENT);
        var fewer = Arrays.copyOf(many, 7_000);

        assertThat(ActivityFile.of(folder, fewer).rows()).hasSize(7_000);
        assertRefused(BEGIN + activity(many) + END, "LIMIT", "too large");
    }

    @Test
    void a_million_unknown_names_are_counted_in_bounded_space() {
        var text = new StringBuilder(BEGIN + ACTIVITY);
        for (var number = 0; number < 100_000; number++) {
            text.append("<x").append(number).append("/>");
        }
        var remarks = ActivityFile.read(folder, text + END).remarks();

        assertThat(remarks).hasSizeLessThan(5_000).contains("others 99744");
    }

    @Test
    void every_beginning_of_a_file_is_refused_as_too_short() {
        var whole = (BEGIN + ACTIVITY + END).strip();
        assertThat(ActivityFile.read(folder, whole).rows()).hasSize(1);
        for (var length = 1; length < whole.length(); length++) {
            assertRefused(whole.substring(0, length), length < 2 ? "" : "TRUNCATED", "expected");
        }
    }

    @Test
    void bytes_that_are_not_of_the_encoding_are_refused_with_their_offset() {
        var bytes = (BEGIN + activity(IDENTIFIER, "<title><narrative>#</narrative></title>", COMMITMENT) + END)
                .getBytes(StandardCharsets.UTF_8);
        var place = new String(bytes, StandardCharsets.UTF_8).indexOf('#');
        bytes[place] = (byte) 0xE9;

        assertThatThrownBy(() -> ActivityFile.read(folder, bytes))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("ENCODING: Cannot read iati/2025-05-16/activities.xml: ")
                .hasMessageContaining("at byte offset " + place + ",");
    }

    @Test
    void a_letter_cut_at_the_end_is_refused() {
        var bytes = (BEGIN + ACTIVITY + END + "\u20AC").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ActivityFile.read(folder, Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("ENCODING");
    }

    @Test
    void utf_16_is_refused() {
        assertThatThrownBy(() -> ActivityFile.read(folder, (BEGIN + ACTIVITY + END).getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("ENCODING");
        assertThatThrownBy(
                        () -> ActivityFile.read(folder, (BEGIN + ACTIVITY + END).getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("NOT_THIS_FORMAT");
    }

    private void assertRefused(String text, String refusal, String message) {
        assertThatThrownBy(() -> ActivityFile.read(folder, text))
                .asInstanceOf(type(Stop.class))
                .satisfies(stop -> assertThat(stop.exit()).isEqualTo(Exit.INPUT))
                .satisfies(stop -> assertThat(stop.getMessage()).startsWith(refusal))
                .satisfies(stop -> assertThat(stop).hasMessageContaining(message))
                .satisfies(stop -> assertThat(stop.hint()).isNotEmpty());
    }
}
