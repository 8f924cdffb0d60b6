package kirchberg.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** An envelope is as documented, or its page is refused. */
class PageTest {
    private static final String GOOD = """
            {"data": [{"id": "7", "n": 1.0}, {"id": 8}], "pageNumber": 3, "itemPerPage": 10, "resultItems": 2,
             "totalItems": 32, "pageable": true, "valid": true, "message": "Success"}""";

    private static final String WHERE = "page 3 of 1960";

    @Test
    void a_page_says_its_size_its_total_and_its_items() {
        var page = Page.read(GOOD.getBytes(UTF_8), 3, WHERE);
        assertThat(page.size()).isEqualTo(10);
        assertThat(page.total()).isEqualTo(32);
        assertThat(page.items()).extracting(Page.Item::id).containsExactly("7", "8");
    }

    @Test
    void a_byte_order_mark_is_no_fault() {
        assertThat(Page.read(("\uFEFF" + GOOD).getBytes(UTF_8), 3, WHERE).total())
                .isEqualTo(32);
    }

    @Test
    void what_is_not_known_is_passed_over() {
        var more = GOOD.replace("\"pageable\"", "\"took\": {\"ms\": [1, 2]}, \"pageable\"");
        assertThat(Page.read(more.getBytes(UTF_8), 3, WHERE).total()).isEqualTo(32);
    }

    @ParameterizedTest(name = "{3}")
    @CsvFileSource(resources = "/cases/envelopes.csv", numLinesToSkip = 1, delimiter = ';', quoteCharacter = '`')
    void a_broken_envelope_is_refused(String from, String to, String message, String why) {
        assertThat(GOOD).contains(from);
        var broken = GOOD.replace(from, to == null ? "" : to);
        assertThatThrownBy(() -> Page.read(broken.getBytes(UTF_8), 3, WHERE))
                .as(why)
                .isInstanceOf(Stop.class)
                .hasMessageContaining(message)
                .hasMessageContaining(WHERE);
    }

    @Test
    void other_letters_than_utf_8_are_refused() {
        var latin = GOOD.replace("Success", "Succès").getBytes(ISO_8859_1);
        assertThatThrownBy(() -> Page.read(latin, 3, WHERE)).hasMessageStartingWith("ENCODING");
        assertThatThrownBy(() -> Page.read(GOOD.getBytes(UTF_16), 3, WHERE)).hasMessageStartingWith("ENCODING");
    }

    @Test
    void a_million_levels_do_not_break_the_stack() {
        var deep = GOOD.replace("1.0", "[".repeat(1_000_000) + "]".repeat(1_000_000));
        assertThatThrownBy(() -> Page.read(deep.getBytes(UTF_8), 3, WHERE)).hasMessageStartingWith("LIMIT");
    }

    @Test
    void a_text_of_two_mebibytes_is_too_long() {
        var wide = GOOD.replace("\"7\"", "\"" + "7".repeat(2 << 20) + "\"");
        assertThatThrownBy(() -> Page.read(wide.getBytes(UTF_8), 3, WHERE)).hasMessageStartingWith("LIMIT");
    }

    @Test
    void a_number_keeps_its_digits() {
        assertThat(digest("1.0")).isNotEqualTo(digest("1.00")).isNotEqualTo(digest("1"));
        assertThat(digest("9007199254740993.0")).isNotEqualTo(digest("9007199254740992.0"));
        assertThat(digest("\"1\"")).isNotEqualTo(digest("1"));
    }

    private static String digest(String number) {
        return Page.read(GOOD.replace("1.0", number).getBytes(UTF_8), 3, WHERE)
                .items()
                .get(0)
                .digest();
    }

    @Test
    void no_spoilt_page_ends_in_anything_but_a_refusal() {
        var random = new Random(Trial.SEED);
        for (int variant = 0; variant < 1000; variant++) {
            var bytes = GOOD.getBytes(UTF_8);
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var stop = catchThrowableOfType(Stop.class, () -> Page.read(bytes, 3, WHERE));
            assertThat(stop == null || stop.exit() == Exit.INPUT)
                    .as("seed " + Trial.SEED + ", variant " + variant)
                    .isTrue();
        }
    }
}
