package kirchberg.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.fetch.Fetching.Dataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that is not whole is not kept: short pages, overlaps, holes, moving totals and orders. */
class ProofTest {
    private static final String DAY = "1961-06-15";

    @TempDir
    private Path folder;

    private StandIn server;
    private Trial trial;

    @BeforeEach
    void openTheDoor() {
        server = new StandIn();
        trial = new Trial(server, folder);
    }

    @AfterEach
    void closeTheDoor() {
        server.close();
    }

    @Test
    void a_capped_page_size_is_used_and_a_page_shorter_than_asked_is_not_the_end() {
        server.with(1960, 25).cappedAt(10);
        var outcome = trial.loans();
        assertThat(outcome.items()).isEqualTo(25);
        assertThat(outcome.isComplete()).isTrue();
        assertThat(trial.files())
                .contains(DAY + "/1960-page-0000.json", DAY + "/1960-page-0001.json", DAY + "/1960-page-0002.json");
        // empty years once each, 1960 forth and back
        assertThat(server.pageRequests()).hasSize(2 + 6);
        assertThat(server.pageRequests().get(2)).contains("pageNumber=1&itemPerPage=10&");
    }

    @Test
    void a_year_of_several_pages_is_read_forth_and_back_and_kept_once() {
        server.with(1960, 1001);
        trial.loans();
        assertThat(trial.files())
                .containsExactly(
                        DAY + "/1959-page-0000.json",
                        DAY + "/1960-page-0000.json",
                        DAY + "/1960-page-0001.json",
                        DAY + "/1961-page-0000.json",
                        DAY + "/filters/countries.json",
                        DAY + "/filters/sectors.json",
                        DAY + "/source.yaml");
        assertThat(server.pageRequests().stream().filter(r -> r.contains("sortDir=desc")))
                .hasSize(2);
    }

    @Test
    void an_item_repeated_over_a_page_break_while_another_is_left_out_is_refused() {
        // forth, the second page begins with the last item of the first one, and item 10 is on no page
        server.with(1960, 20)
                .cappedAt(10)
                .trick((ask, exchange) ->
                        ask.isFor(1960, 1) && StandIn.json(exchange, StandIn.envelope(overlapping(), 1, 10, 20)));
        trial.stops(Exit.INPUT, "CONTROL_FIGURE", "1960", "4 readings", "got 2 that differ");
        // 1959 once; 1960 four times, two pages forth and two back
        assertThat(server.pageRequests()).hasSize(1 + 16);
        assertThat(trial.files()).containsExactly(DAY + ".partial/1959-page-0000.json", DAY + ".partial/beacon.json");
    }

    @Test
    void an_overlap_that_is_gone_at_the_next_reading_is_read_again_and_kept_whole() {
        server.with(1960, 20)
                .cappedAt(10)
                .trick((ask, exchange) -> ask.isFor(1960, 1)
                        && ask.nth() == 1
                        && StandIn.json(exchange, StandIn.envelope(overlapping(), 1, 10, 20)));
        assertThat(trial.loans().items()).isEqualTo(20);
        assertThat(trial.notes()).contains("reads 1960 again");
        assertThat(trial.text(DAY + "/1960-page-0001.json")).contains("\"19600010\"");
    }

    private static List<String> overlapping() {
        var items = new ArrayList<String>();
        items.add(StandIn.loan(1960, 9));
        for (int n = 11; n < 20; n++) {
            items.add(StandIn.loan(1960, n));
        }
        return items;
    }

    @Test
    void an_id_repeated_over_a_page_break_of_the_projects_list_is_refused() {
        server.withProjects(4)
                .cappedAt(2)
                .trick((ask, exchange) -> ask.isForward()
                        && ask.page() == 1
                        && StandIn.json(
                                exchange,
                                StandIn.envelope(
                                        List.of(StandIn.project(20240001), StandIn.project(20240003)), 1, 2, 4)));
        trial.stops(Dataset.PROJECTS, Exit.INPUT, "CONTROL_FIGURE", "only 3 distinct ids in 4 items");
        assertThat(server.pageRequests()).hasSize(4 * 2);
    }

    @Test
    void identical_items_are_separate_signatures_and_all_are_kept() {
        var twin = StandIn.loan(1960, 7);
        server.with(1960, twin, StandIn.loan(1960, 1), twin, twin).cappedAt(2);
        var outcome = trial.loans();
        assertThat(outcome.items()).isEqualTo(4);
        assertThat(outcome.isComplete()).isTrue();
        assertThat(trial.text(DAY + "/1960-page-0001.json").split("\"19600007\"", -1))
                .hasSize(3);
    }

    @Test
    void a_total_that_changes_once_between_pages_starts_the_year_again() {
        server.with(1960, 20)
                .cappedAt(10)
                .trick((ask, exchange) -> ask.isFor(1960, 0)
                        && ask.nth() == 1
                        && StandIn.json(
                                exchange,
                                server.page(ask, server.items(ask))
                                        .replace("\"totalItems\": 20", "\"totalItems\": 19")));
        assertThat(trial.loans().items()).isEqualTo(20);
        assertThat(trial.notes()).contains("reads 1960 again: 1960 changed its totalItems from 19 to 20");
        // 1959, 1961; 1960: two pages in vain, then two forth and two back
        assertThat(server.pageRequests()).hasSize(2 + 2 + 4);
    }

    @Test
    void a_total_that_never_stands_still_is_refused_after_four_readings() {
        server.with(1960, 20)
                .cappedAt(10)
                .trick((ask, exchange) -> ask.isFor(1960, 1)
                        && StandIn.json(
                                exchange,
                                server.page(ask, server.items(ask))
                                        .replace("\"totalItems\": 20", "\"totalItems\": 21")));
        trial.stops(Exit.INPUT, "CONTROL_FIGURE", "4 readings", "from 20 to 21");
        assertThat(server.pageRequests()).hasSize(1 + 8);
    }

    @Test
    void fewer_items_than_the_stated_total_are_refused() {
        server.with(1960, 9)
                .trick((ask, exchange) -> ask.isFor(1960, 0)
                        && StandIn.json(
                                exchange,
                                server.page(ask, server.items(ask))
                                        .replace("\"totalItems\": 9", "\"totalItems\": 10")));
        trial.stops(Exit.INPUT, "CONTROL_FIGURE", "1960", "hold 9 items", "10");
        assertThat(trial.files()).doesNotContain(DAY + ".partial/1960-page-0000.json");
    }

    @Test
    void an_empty_page_ends_a_slice_whatever_its_total_says() {
        server.with(1960, 30)
                .cappedAt(10)
                .trick((ask, exchange) ->
                        ask.isFor(1960, 2) && StandIn.json(exchange, StandIn.envelope(List.of(), 2, 10, 30)));
        trial.stops(Exit.INPUT, "CONTROL_FIGURE", "hold 20 items", "30");
        assertThat(server.pageRequests()).hasSize(1 + 3);
    }

    @Test
    void another_order_on_each_call_is_harmless_within_a_page() {
        var random = new Random(Trial.SEED);
        server.with(1960, 30).cappedAt(10).trick((ask, exchange) -> {
            var items = new ArrayList<>(server.items(ask));
            for (int from = 0; from < items.size(); from += 10) {
                Collections.shuffle(items.subList(from, Math.min(items.size(), from + 10)), random);
            }
            return !ask.year().isEmpty() && StandIn.json(exchange, server.page(ask, items));
        });
        assertThat(trial.loans().isComplete()).isTrue();
    }

    @Test
    void another_order_on_each_call_over_page_breaks_is_refused() {
        var random = new Random(Trial.SEED);
        server.with(1960, 30).cappedAt(10).trick((ask, exchange) -> {
            var items = new ArrayList<>(server.items(ask));
            Collections.shuffle(items, random);
            return !ask.year().isEmpty() && StandIn.json(exchange, server.page(ask, items));
        });
        trial.stops(Exit.INPUT, "CONTROL_FIGURE", "1960", "other items back than forth");
        assertThat(trial.files()).noneMatch(f -> f.contains("source.yaml"));
    }

    @Test
    void another_order_of_keys_and_tags_is_the_same_item() {
        var forth = "{\"id\": \"1\", \"primaryTags\": [{\"a\": 1, \"b\": 2}, {\"c\": 3}], \"n\": 1.0}";
        var back = "{\"n\": 1.0, \"primaryTags\": [{\"c\": 3}, {\"b\": 2, \"a\": 1}], \"id\": \"1\"}";
        server.with(1960, forth, StandIn.loan(1960, 1))
                .cappedAt(1)
                .trick((ask, exchange) -> !ask.isForward()
                        && ask.page() == 1
                        && StandIn.json(exchange, StandIn.envelope(List.of(back), 1, 1, 2)));
        assertThat(trial.loans().items()).isEqualTo(2);
    }

    @Test
    void another_order_of_amount_and_date_is_another_item() {
        var forth = "{\"id\": \"1\", \"additionalInformation\": [\"€1\", 2]}";
        var back = "{\"id\": \"1\", \"additionalInformation\": [2, \"€1\"]}";
        server.with(1960, forth, StandIn.loan(1960, 1))
                .cappedAt(1)
                .trick((ask, exchange) -> !ask.isForward()
                        && ask.page() == 1
                        && StandIn.json(exchange, StandIn.envelope(List.of(back), 1, 1, 2)));
        trial.stops(Exit.INPUT, "CONTROL_FIGURE", "got 2 that differ");
    }

    @Test
    void a_list_with_items_in_no_year_is_stored_as_incomplete_with_both_numbers() {
        server.with(1960, 3)
                .trick((ask, exchange) -> ask.isList()
                        && ask.year().isEmpty()
                        && StandIn.json(exchange, StandIn.envelope(List.of(), 0, 100, 4)));
        var outcome = trial.loans();
        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.remarks()).containsExactly("The slices hold 3 items, the whole list says 4.");
        assertThat(trial.text(DAY + "/source.yaml")).contains("3 items; the whole list says 4.");
        assertThat(Configuration.source(folder.resolve(DAY)).coverage().complete())
                .isFalse();
    }

    @Test
    void pages_of_another_size_in_the_middle_are_refused() {
        server.with(1960, 30)
                .cappedAt(10)
                .trick((ask, exchange) -> ask.isFor(1960, 1)
                        && StandIn.json(exchange, StandIn.envelope(List.of(StandIn.loan(1960, 10)), 1, 9, 30)));
        trial.stops(Exit.INPUT, "NOT_THIS_FORMAT", "1960", "itemPerPage is 9", "expected 10");
        assertThat(trial.files()).doesNotContain(DAY + ".partial/1960-page-0000.json");
    }

    @Test
    void more_than_200_pages_of_a_slice_are_refused() {
        server.with(1960, 201).cappedAt(1);
        trial.stops(Exit.INPUT, "LIMIT", "1960", "200");
        assertThat(server.pageRequests()).hasSize(1 + 200);
    }
}
