package kirchberg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kirchberg.domain.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=https://example.org/x onerror=a()>";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_sample_to_look_at_is_written() throws IOException {
        var sample = Path.of("target/report-sample");
        write(sample, MadeUp.report(MadeUp.findings(), "EIB,SIGNED,31/02/2024,1250000"));
        assertThat(sample.resolve("index.html")).isNotEmptyFile();
        assertThat(sample.resolve("report.md")).isNotEmptyFile();
        Files.writeString(sample.resolve("terminal-80.txt"), Reporting.terminal(MadeUp.findings(), 80, false));
        Files.writeString(sample.resolve("terminal-160.txt"), Reporting.terminal(MadeUp.findings(), 160, false));
        Files.writeString(
                sample.resolve("explain.txt"),
                Reporting.explain(MadeUp.explanation(MadeUp.cohesion(), null, MadeUp.heaviest()), 80));
    }

    @Test
    void text_from_outside_is_never_markup() throws IOException {
        var html = html(List.of(MadeUp.signed(HOSTILE, HOSTILE)), HOSTILE);
        assertThat(html).doesNotContain("<script").doesNotContain("<img").contains("&lt;script");
    }

    @Test
    void letters_that_nobody_sees_are_shown_as_lost_ones() throws IOException {
        // ends the line's order, goes back, moves the cursor, rings
        var unseen = "A\u202Eevil\u2066B\u0085C\u001B[2JD\u0007E";
        var html = html(List.of(MadeUp.signed(unseen, unseen)), unseen);
        var markdown = Files.readString(folder.resolve("report.md"), StandardCharsets.UTF_8);
        assertThat(html + markdown).doesNotContain("\u202E", "\u2066", "\u0085", "\u001B", "\u0007");
        assertThat(html).contains("A\uFFFDevil\uFFFDB\uFFFDC");
        assertThat(markdown).contains("A\uFFFDevil\uFFFDB");
    }

    @Test
    void markdown_carries_no_markup_of_a_quote() throws IOException {
        html(List.of(MadeUp.signed(HOSTILE + "|\n# Title", HOSTILE)), HOSTILE);
        var markdown = Files.readString(folder.resolve("report.md"), StandardCharsets.UTF_8);
        assertThat(markdown)
                .contains("\\<script\\>")
                .doesNotContain("\n# Title")
                .doesNotContain(" <script");
    }

    @Test
    void a_remark_names_its_source_once() throws IOException {
        assertThat(html(MadeUp.findings(), ""))
                .contains("<li>sample/2026-01-31: one column, Notes, is not used</li>")
                .contains("<li>sample/2026-01-31: one sheet is hidden</li>");
    }

    @Test
    void the_page_loads_nothing() throws IOException {
        var html = html(MadeUp.findings(), "");
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("<img")
                .doesNotContain("@import")
                .doesNotContain(" style=")
                .doesNotContain(" onclick");
        assertThat(Pattern.compile("(src|srcset|xlink:href|action)=")
                        .matcher(html)
                        .find())
                .isFalse();
        assertThat(Pattern.compile("url\\((?!#)").matcher(html).find()).isFalse();
    }

    @Test
    void the_policy_comes_first_and_names_the_style() throws Exception {
        var html = html(MadeUp.findings(), "");
        var style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(html).contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        assertThat(html.indexOf("Content-Security-Policy")).isLessThan(html.indexOf("<title>"));
        assertThat(html.split("<style", -1)).hasSize(2);
    }

    @Test
    void synthetic_data_is_called_so_in_banner_title_and_charts() throws IOException {
        var html = html(MadeUp.findings(), "");
        assertThat(html)
                .contains("<title>SYNTHETIC DATA")
                .contains("class=\"banner\"")
                .contains("Synthetic data: EIB Group, signed per year")
                .contains("Synthetic data: What was said");
    }

    @Test
    void unclassified_and_the_overlap_are_always_told() throws IOException {
        var html = html(List.of(), "");
        assertThat(html)
                .contains("Unclassified: no priority certain")
                .contains("Priorities overlap")
                .contains("Rows are not projects")
                .contains("not affiliated with the EIB");
    }

    @Test
    void names_of_regions_stay_as_they_are() throws IOException {
        assertThat(html(List.of(), "")).contains(">EFTA<", ">Unknown<").doesNotContain("Efta");
    }

    @Test
    void every_link_inside_the_page_has_its_target() throws IOException {
        var html = html(MadeUp.findings(), "");
        var links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
        assertThat(links.results().map(m -> "id=\"" + m.group(1) + "\""))
                .isNotEmpty()
                .allMatch(html::contains);
    }

    @Test
    void the_same_report_gives_the_same_bytes() throws IOException {
        assertThat(html(MadeUp.findings(), "x")).isEqualTo(html(MadeUp.findings(), "x"));
    }

    @Test
    void sixty_four_claims_of_every_kind_stay_below_500_kilobytes() throws IOException {
        List<Finding> many = IntStream.range(0, 8)
                .boxed()
                .flatMap(i -> MadeUp.findings().stream())
                .toList();
        assertThat(html(many, "x".repeat(5_000)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(500_000);
    }

    private static void write(Path folder, Reporting.Report report) throws IOException {
        Files.createDirectories(folder);
        for (var page : Reporting.pages(report).entrySet()) {
            Files.write(folder.resolve(page.getKey()), page.getValue());
        }
    }

    private String html(List<Finding> findings, String rawText) throws IOException {
        write(folder, MadeUp.report(findings, rawText));
        return Files.readString(folder.resolve("index.html"), StandardCharsets.UTF_8);
    }
}
