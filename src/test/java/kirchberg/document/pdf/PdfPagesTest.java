package kirchberg.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.document.PdfFile;
import kirchberg.document.PdfFile.Block;
import org.junit.jupiter.api.Test;

final class PdfPagesTest {
    private static final String LINE = "The first sentence of this page is long enough for a line";

    @Test
    void running_heads_feet_and_page_numbers_go_and_numbers_of_the_text_stay() {
        var pages = Stream.of(1, 2, 3)
                .map(page -> List.of(
                        new Block(50, 760, List.of("EIB Group - Release 2025-491")),
                        new Block(50, 700, List.of(LINE + " " + "abc".charAt(page - 1) + ".")),
                        new Block(50, 600, List.of("Total: 4" + page)),
                        new Block(50, 500, List.of("Middle " + "xyz".charAt(page - 1))),
                        new Block(50, 400, List.of(String.valueOf(2023 + page))),
                        new Block(50, 300, List.of("Last " + "rst".charAt(page - 1))),
                        new Block(50, 40, List.of("EIB Group, page " + page + " of 3"))));

        assertThat(text(pages.toList()))
                .containsExactly(
                        LINE + " a.",
                        "Total: 41",
                        "Middle x",
                        "2024",
                        "Last r",
                        LINE + " b.",
                        "Total: 42",
                        "Middle y",
                        "2025",
                        "Last s",
                        LINE + " c.",
                        "Total: 43",
                        "Middle z",
                        "2026",
                        "Last t")
                .doesNotContain("EIB Group - Release 2025-491");
    }

    @Test
    void a_line_that_two_of_five_pages_share_is_text() {
        var pages = Stream.of("a", "b", "c", "d", "e")
                .map(page -> List.of(
                        new Block(50, 760, List.of(page.compareTo("c") < 0 ? "The same head" : "Head " + page)),
                        new Block(50, 700, List.of(LINE + " " + page))));

        assertThat(text(pages.toList())).filteredOn("The same head"::equals).hasSize(2);
    }

    @Test
    void columns_are_read_one_after_the_other_as_the_file_writes_them() {
        var left = new Block(50, 700, List.of("left one", "left two"));
        var right = new Block(320, 700, List.of("right one", "right two"));

        assertThat(text(List.of(List.of(left, right))))
                .containsExactly("left one", "left two", "right one", "right two");
    }

    @Test
    void a_sentence_goes_on_over_the_end_of_a_page_and_a_heading_does_not() {
        var first = List.of(
                new Block(50, 700, List.of(LINE, "and it goes on with more words until the end of the page and")));
        var second = List.of(new Block(50, 700, List.of("EUR 89 billion later.")));
        assertThat(PdfPages.lines(PdfFile.of(List.of(first, second)), Path.of("a.pdf")))
                .doesNotContain("");

        var heading = List.of(new Block(50, 700, List.of(LINE + ".")), new Block(50, 600, List.of("A heading")));
        assertThat(PdfPages.lines(PdfFile.of(List.of(heading, second)), Path.of("a.pdf")))
                .containsSubsequence("A heading", "", "EUR 89 billion later.");
    }

    @Test
    void a_page_without_furniture_loses_nothing() {
        assertThat(text(List.of(List.of(new Block(50, 700, List.of(LINE)))))).containsExactly(LINE);
    }

    private static List<String> text(List<List<Block>> pages) {
        return PdfPages.lines(PdfFile.of(pages), Path.of("a.pdf")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
