package kirchberg.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.edition.Edition;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentReadingTest {
    private static final String FRENCH = "Les prêts atteignent 100\u202F000 € dans une région. Ils sont pour vous.";

    @TempDir
    private Path folder;

    @Test
    void a_plain_text_is_the_same_in_every_encoding_that_it_can_name() throws IOException {
        var expected = List.of("Les prêts atteignent 100\u202F000 € dans une région.", "Ils sont pour vous.");

        assertThat(sentences(FRENCH.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(sentences(("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(sentences(("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(expected);
        assertThat(sentences(("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(expected);
    }

    @Test
    void a_page_is_read_in_the_encoding_that_it_declares() throws IOException {
        var page = "<!doctype html><meta charset=%s><html lang=fr><body><p>Près de 89 € à l'été.";
        assertThat(sentences(page.formatted("utf-8").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Près de 89 € à l'été.");
        assertThat(sentences(page.formatted("iso-8859-1").getBytes(Charset.forName("windows-1252"))))
                .containsExactly("Près de 89 € à l'été.");
        assertThat(sentences(page.formatted("'windows-1252'").getBytes(Charset.forName("windows-1252"))))
                .containsExactly("Près de 89 € à l'été.");
    }

    @Test
    void the_format_is_told_by_content_and_not_by_name() throws IOException {
        var text = "The bank signed EUR 89bn and it was for the union of states.";
        var pdf = PdfFile.ofText(text, 90, 30);
        assertThat(sentences("release.html", pdf)).containsExactly(text);
        assertThat(sentences("release.pdf", ("<p>" + text).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(text);
        assertThat(sentences("release.pdf", text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(text);
    }

    @Test
    void lines_of_a_paragraph_are_joined_and_bullets_and_empty_lines_part() throws IOException {
        assertThat(sentences(
                        "Title\n\nOne line\nand the next.\n• a point\n- another\n\n\nEnd of the text and the rest"))
                .containsExactly(
                        "Title", "One line and the next.", "a point", "another", "End of the text and the rest");
    }

    @Test
    void a_word_cut_at_a_line_end_is_joined_unless_it_has_its_hyphen_elsewhere() throws IOException {
        assertThat(sentences("Les giga-usines sont dans les 12 mil-\nliards pour les giga-\nusines de la Bel-\nGique."))
                .containsExactly("Les giga-usines sont dans les 12 milliards pour les giga-usines de la Bel-Gique.");
    }

    @Test
    void the_title_of_a_text_is_its_first_paragraph_of_five_words_that_ends_no_sentence() throws IOException {
        var text =
                "PRESS RELEASE 2025-491\n\n4 December 2025\n\nThe bank is here.\n\nThe bank and the fund join forces\n\nMore of it.";
        assertThat(read("a", text.getBytes(StandardCharsets.UTF_8), null)
                        .document()
                        .title())
                .isEqualTo("The bank and the fund join forces");
        assertThat(read("a", "The bank and the fund and this.".getBytes(StandardCharsets.UTF_8), null)
                        .document()
                        .title())
                .isEmpty();
    }

    @Test
    void letters_that_nobody_sees_go_and_hard_spaces_stay() throws IOException {
        assertThat(sentences("Les mil\u00ADliards\u200B dans une\u0007 caisse pour 12\u00A0000 \u202E€."))
                .containsExactly("Les milliards dans une caisse pour 12\u00A0000 €.");
    }

    @Test
    void of_a_page_only_the_main_part_is_read() throws IOException {
        var page = """
                <!DOCTYPE html>
                <html lang="fr-FR"><head><title>Site</title><link rel="canonical" href="https://example.org/491">
                <script>var a = "12 milliards";</script><style>p { width: 13px }</style></head>
                <body><header>14 rubriques</header><nav><ul><li>15 liens</li></ul></nav>
                <main><header><h1>Titre&nbsp;du jour</h1><time datetime="2025-12-04T10:00:00Z">hier</time></header>
                <p>Près de 89&#160;milliards d&rsquo;euros<br>pour tous.</p>
                <p hidden>16 masqués</p><p style="color:red; display : none">17 masqués</p><p aria-hidden="true">18</p>
                <ul><li>Un <b>point</b></li><li>Deux</li></ul>
                <table><tr><th>Année</th><th>Signé</th></tr><tr><td>2024</td><td>89 <b>Md€</b></td></tr>
                <tr><td><p>un</p><p>deux</p></td></tr></table>
                <form>19 champs</form><noscript>20</noscript><template>21</template>
                </main><aside>22</aside><footer>23 contacts</footer></body></html>
                """;
        var edition = read("page", page.getBytes(StandardCharsets.UTF_8), null);

        assertThat(edition.document().sentences().stream().map(Sentence::text))
                .containsExactly(
                        "Titre\u00A0du jour",
                        "hier",
                        "Près de 89\u00A0milliards d’euros",
                        "pour tous.",
                        "Un point",
                        "Deux",
                        "Année: 2024 | Signé: 89 Md€",
                        "un",
                        "deux");
        assertThat(edition.document().title()).isEqualTo("Titre du jour");
        assertThat(edition.date()).isEqualTo(LocalDate.of(2025, 12, 4));
        assertThat(edition.url()).isEqualTo("https://example.org/491");
        assertThat(edition.document().declared()).isEqualTo(Language.FRENCH);
    }

    @Test
    void what_is_told_wins_over_what_is_declared_and_that_over_what_is_counted() throws IOException {
        var page = "<html lang=%s><p>The bank and the fund of the union and this.".getBytes(StandardCharsets.UTF_8);
        var german = new String(page, StandardCharsets.UTF_8).formatted("de").getBytes(StandardCharsets.UTF_8);

        assertThat(read("a", german, Language.FRENCH).language()).isEqualTo(Language.FRENCH);
        assertThat(read("a", german, null).language()).isEqualTo(Language.GERMAN);
        assertThat(read("a", german, null).remarks())
                .singleElement()
                .asString()
                .startsWith("Read as de, but its common words are those of en");
        assertThat(read("a", "The bank and the fund of the union".getBytes(StandardCharsets.UTF_8), null)
                        .language())
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void the_publication_is_called_after_the_file_in_letters_that_ids_may_have() throws IOException {
        assertThat(read("Prés release (1).v2.txt", FRENCH.getBytes(StandardCharsets.UTF_8), null)
                        .name())
                .isEqualTo("Pr-s-release-1-.v2");
    }

    private List<String> sentences(String text) throws IOException {
        return sentences("text", text.getBytes(StandardCharsets.UTF_8), Language.FRENCH);
    }

    private List<String> sentences(byte[] bytes) throws IOException {
        return sentences("text", bytes, null);
    }

    private List<String> sentences(String name, byte[] bytes) throws IOException {
        return sentences(name, bytes, null);
    }

    private List<String> sentences(String name, byte[] bytes, @Nullable Language told) throws IOException {
        return read(name, bytes, told).document().sentences().stream()
                .map(Sentence::text)
                .toList();
    }

    private Edition read(String name, byte[] bytes, @Nullable Language told) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        return new DocumentReading(Path.of("data/words")).read(file, told);
    }
}
