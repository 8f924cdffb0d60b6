package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kirchberg.fetch.Fetching.Outcome;
import kirchberg.fetch.Fetching.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command, as far as it goes without asking anybody, and what people see of a fetch. */
class FetchCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_a_vintage_the_list_must_be_named() {
        assertThat(fetch()).isEqualTo(2);
        assertThat(err.toString()).contains("expected --dataset", "Add --dataset loans or --dataset projects.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_unknown_list_is_answered_with_those_that_there_are() {
        assertThat(fetch("--dataset", "pipelines")).isEqualTo(2);
        assertThat(err.toString()).contains("--dataset", "LOANS, PROJECTS");
    }

    @Test
    void another_list_than_that_of_the_newest_vintage_is_a_usage_error() throws IOException {
        vintage("2026-01-31", "eib-loans-json");
        vintage("2026-02-28", "eib-projects-json");
        assertThat(fetch("--dataset", "loans")).isEqualTo(2);
        assertThat(err.toString())
                .contains("got format eib-projects-json, expected eib-loans-json", "leave out --dataset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eib-export-csv", "kirchberg-csv"})
    void a_source_without_an_address_is_a_usage_error(String format) throws IOException {
        vintage("2026-01-31", format);
        assertThat(fetch()).isEqualTo(2);
        assertThat(err.toString()).contains("got format " + format, "eib-loans-json or eib-projects-json", "by hand");
    }

    @Test
    void the_newest_vintage_says_which_list_and_one_of_today_is_enough() throws IOException {
        vintage(LocalDate.now(ZoneOffset.UTC).toString(), "eib-loans-json");
        assertThat(fetch()).isEqualTo(2);
        assertThat(err.toString()).contains("there is a vintage of today", "What to do: ");
    }

    @Test
    void mistakes_of_the_newest_vintage_are_told_with_their_place() throws IOException {
        vintage("2026-01-31", "eib-loan-json");
        assertThat(fetch()).isEqualTo(2);
        assertThat(err.toString()).contains("source.yaml:4:9", "did you mean eib-loans-json?");
    }

    @Test
    void the_help_fits_into_80_columns() {
        assertThat(Main.run(new String[] {"fetch", "--help"}, new PrintWriter(out), new PrintWriter(err)))
                .isZero();
        assertThat(out.toString()).contains("SOURCE_DIR", "--dataset").doesNotContainPattern(".{81}");
    }

    @Test
    void off_a_terminal_each_slice_is_one_plain_line() {
        try (var progress = new FetchProgress(new PrintWriter(err), noon(), false)) {
            steps().forEach(progress);
        }
        assertThat(err.toString().lines())
                .containsExactly(
                        "1959: 1 of 68, 5 items, 0:00:00",
                        "waits 2 s: attempt 1 at page 0 of 1960 failed, got HttpConnectTimeoutException",
                        "  (HTTP connect timed out)",
                        "1960: 2 of 68, 12,345 items, 0:00:00");
    }

    @Test
    void on_a_terminal_one_line_moves_and_fits_into_80_columns() {
        try (var progress = new FetchProgress(new PrintWriter(err), noon(), true)) {
            steps().forEach(progress);
            progress.accept(new Step("2026 back", 68, 68, 99_999_999, ""));
        }
        assertThat(err.toString())
                .contains("\r\u001B[K1960      [............................] 2/68  12,345 items  0:00:00")
                .endsWith("\r\u001B[K2026 back [############################] 68/68  99,999,999 items  0:00:00\n");
        assertThat(err.toString().split("[\r\n]", -1))
                .allMatch(l -> l.replace("\u001B[K", "").length() < 80);
    }

    private static List<Step> steps() {
        var wait =
                "waits 2 s: attempt 1 at page 0 of 1960 failed, got HttpConnectTimeoutException (HTTP connect timed out)";
        return List.of(
                new Step("1959", 0, 68, 5, ""),
                new Step("1959", 1, 68, 5, ""),
                new Step("1959", 1, 68, 5, wait),
                new Step("1960", 1, 68, 12_345, ""),
                new Step("1960", 2, 68, 12_345, ""));
    }

    private static Clock noon() {
        return Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    }

    @Test
    void a_new_vintage_is_told_with_its_control_figures() {
        var remark = "The slices hold 29,690 items, the whole list says 29,696.";
        tell(new Outcome(folder, true, 70, 31_234_567, 29_690, 29_696, false, List.of(remark)));
        assertThat(out.toString().lines())
                .containsExactly(
                        "Fetched   " + folder,
                        "Files     70 pages, 31,234,567 bytes",
                        "Items     29,690; the publisher states 29,696",
                        "Complete  no, and source.yaml says so",
                        "  note: " + remark,
                        "Next      name the folder under sources: in a job file");
    }

    @Test
    void an_unchanged_list_is_told_with_the_vintage_that_it_equals() {
        tell(new Outcome(folder, false, 68, 1000, 5, 5, true, List.of()));
        assertThat(out.toString()).startsWith("Unchanged since " + folder).doesNotContain("Next");
    }

    private void tell(Outcome outcome) {
        var writer = new PrintWriter(out);
        FetchCommand.tell(writer, outcome);
        writer.flush();
    }

    private void vintage(String day, String format) throws IOException {
        Files.createDirectories(folder.resolve(day));
        Files.writeString(folder.resolve(day).resolve("source.yaml"), """
                synthetic: false
                publisher: European Investment Bank
                dataset: A list
                format: %s
                institution: EIB
                currency: EUR
                published: 2026-01-31
                accessed: 2026-01-31
                licence: not stated
                url: ""
                files:
                  - {name: page-0000.json, bytes: 1, sha256: "%s"}
                covers: {stage: %s, place: WORLD, from: 1959-01-01, to: 2026-01-31, complete: false}
                """.formatted(
                        format, "0".repeat(64), format.contains("projects") ? "APPROVED" : "SIGNED"));
    }

    private int fetch(String... options) {
        var args = new ArrayList<>(List.of("fetch", folder.toString()));
        args.addAll(List.of(options));
        return Main.run(args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
