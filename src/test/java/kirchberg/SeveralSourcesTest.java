package kirchberg;

import static kirchberg.SourcesFolder.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sources of one job: what both describe counts once, and what nobody can match is listed. */
@Tag("spark")
class SeveralSourcesTest {
    private static final List<String> BOTH = List.of("list/2025", "other/2025");
    private static final String BY_IDS = "overlaps: [{keep: list, over: other/2025, match: ids}]";

    @TempDir
    private Path folder;

    private SourcesFolder job;

    @BeforeEach
    void twoSources() throws IOException {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        job = new SourcesFolder(folder)
                .canonical("list/2025", row("1", "EIB", "2024-05-01", "100") + row("2", "EIB", "2024-06-01", "200"))
                .canonical(
                        "other/2025",
                        row("1", "EIB", "2024-05-02", "101") // the same operation, told otherwise
                                + row("7", "EIB", "2024-06-01", "200") // like operation 2 under another number
                                + row("8", "EIB", "2023-06-01", "50"));
    }

    @Test
    void an_overlap_that_the_job_does_not_speak_of_is_a_configuration_error() throws IOException {
        assertThat(job.run(BOTH, "")).isEqualTo(2);
        assertThat(job.err())
                .contains("job.yaml:1:22", "list/2025 and other/2025 may describe the same", "match: none");
        assertThat(job.root()).doesNotExist();
    }

    @Test
    void a_contract_that_both_describe_counts_once_and_every_record_is_accounted_for() throws IOException {
        assertThat(job.run(BOTH, BY_IDS)).as(job.err()).isEqualTo(1);
        assertThat(job.out())
                .contains("list/2025: 2 records = 2 published + 0 rejected + 0 control rows; EUR 300.00 published")
                .contains("other/2025: 3 records = 2 published + 0 rejected + 1 superseded + 0 control rows;"
                        + " EUR 250.00 published")
                .contains("note: superseded records, EUR 101.00 in all")
                .contains("note: 1 financings, EUR 200.00 in all, look like one of another source")
                .doesNotContain("does not count as complete");
        assertThat(job.csv("rejects")).hasSize(2).anyMatch(l -> l.contains("SUPERSEDED,101.00,"));
        assertThat(job.csv("possible_doubles"))
                .hasSize(2)
                .anyMatch(l -> l.startsWith("list/2025,other/2025,")
                        && l.endsWith(",EIB,SIGNED,2024-06-01,200.00,France,OTHER_ID"));
        // EIB in 2024: 100 + 200 + 200, judged once and against complete sources: 500 is not 300
        assertThat(job.csv("findings")).anyMatch(l -> l.startsWith("eib,0,FAILS,") && l.contains("500.00"));
        assertThat(job.manifest())
                .contains("\"superseded_rows\" : 1")
                .contains("\"superseded_eur\" : \"101.00\"")
                .contains("\"possible_doubles\" : 1")
                .contains("\"possible_doubles_eur\" : \"200.00\"");
    }

    @Test
    void superseded_records_are_no_rejects_for_the_limit() throws IOException {
        // one of five records is superseded; a single true reject would be too many for a limit of 0 %
        assertThat(job.run(BOTH, BY_IDS + "\nlimits: {rejected_rows: 0 %}")).isEqualTo(1);
        job.canonical("other/2025", row("1", "EIB", "2024-05-02", "much"));
        assertThat(job.run(BOTH, BY_IDS + "\nlimits: {rejected_rows: 0 %, shrink: 100 %}"))
                .isEqualTo(3);
        assertThat(job.err()).contains("TOO_MANY_REJECTS", "1 of 3", "rows.csv record 1 BAD_AMOUNT");
    }

    /** 100 outside the EU and 150 inside are two parts of operation 1; with 200 more the EIB signed 450, not 300. */
    @Test
    void a_source_that_lost_parts_to_one_that_cannot_hold_them_is_not_complete() throws IOException {
        job.canonical("list/2025", row("1", "EIB", "2024-05-01", "100").replace("France", "Armenia"))
                .edit("list/2025", "place: WORLD", "place: NON_EU")
                .canonical("other/2025", row("1", "EIB", "2024-08-01", "150") + row("2", "EIB", "2024-06-01", "200"));
        assertThat(job.run(BOTH, BY_IDS)).as(job.err()).isZero();
        assertThat(job.out()).contains("other/2025: 2 records = 1 published + 0 rejected + 1 superseded");
        assertThat(findings()).contains("eib OUT_OF_REACH");
    }

    @Test
    void both_count_where_the_job_says_so_and_same_numbers_are_listed() throws IOException {
        job.canonical("other/2025", row("1", "EIB", "2024-05-01", "100") + row("9", "EIB", "2024-07-01", "5"));
        assertThat(job.run(BOTH, "overlaps: [{keep: list/2025, over: other, match: none}]"))
                .isEqualTo(1);
        assertThat(job.out()).contains("other/2025: 2 records = 2 published + 0 rejected + 0 control rows");
        assertThat(job.csv("possible_doubles")).hasSize(2).anyMatch(l -> l.endsWith(",100.00,France,SAME_ID"));
    }

    @Test
    void a_source_without_numbers_can_be_kept_but_matches_nothing_and_that_is_said() throws IOException {
        job.source(
                "list/2025",
                "eib-export-csv",
                "EIB",
                JobFolder.EXPORT_HEADER + "ONE,European Union,France,Energy,01/06/2024,€200,\n");
        job.edit("list/2025", "complete: true", "complete: false");
        assertThat(job.run(BOTH, BY_IDS)).as(job.err()).isBetween(0, 1);
        assertThat(job.out())
                .contains("note: no record has a contract or operation number that list/2025 has too")
                .contains("other/2025: 3 records = 3 published");
        assertThat(job.csv("possible_doubles")).hasSize(2).anyMatch(l -> l.endsWith(",200.00,France,NO_ID"));
    }

    @Test
    void bank_and_fund_together_are_the_group_and_need_no_word_about_it() throws IOException {
        job.source(
                "fund/2025",
                "kirchberg-csv",
                "EIF",
                SourcesFolder.CANONICAL_HEADER
                        + row("5", "EIF", "2024-05-01", "40").replace(",40,,", ",40,10,"));
        assertThat(job.run(List.of("list/2025"), "")).isZero();
        assertThat(findings()).containsExactly("eib HOLDS", "group OUT_OF_REACH");
        // 300 + 40 - 10 = 330 is not 300
        assertThat(job.run(List.of("list/2025", "fund/2025"), "")).isEqualTo(1);
        assertThat(findings()).containsExactly("eib HOLDS", "group FAILS");
        assertThat(job.csv("findings")).anyMatch(l -> l.startsWith("group,") && l.contains("330.00"));
        // part of the fund alone can refute nothing from below
        job.edit("fund/2025", "complete: true", "complete: false");
        job.run(List.of("list/2025", "fund/2025"), "");
        assertThat(findings()).containsExactly("eib HOLDS", "group FAILS");
    }

    private List<String> findings() throws IOException {
        return job.csv("findings").stream()
                .skip(1)
                .map(l -> l.split(",", -1))
                .map(cells -> cells[0] + " " + cells[2])
                .sorted()
                .toList();
    }

    @Test
    void a_job_without_overlaps_takes_one_action_less() throws IOException {
        job.run(List.of("list/2025"), "");
        var alone = actions();
        job.run(BOTH, BY_IDS);
        assertThat(actions()).isEqualTo(alone + 1).isLessThanOrEqualTo(12);
    }

    private int actions() throws IOException {
        return Stream.of(job.manifest())
                .map(m -> m.replaceFirst("(?s).*\"spark_actions\" : (\\d+).*", "$1"))
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
