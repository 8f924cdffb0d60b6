package kirchberg.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import kirchberg.domain.Exit;
import kirchberg.fetch.Fetching.Dataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fetch that broke off has kept is not asked for again, if it is still true. */
class ResumingTest {
    private static final String DAY = "1961-06-15";

    @TempDir
    private Path folder;

    private StandIn server;
    private Trial trial;

    @BeforeEach
    void breakOffInTheMiddleOf1960() {
        server = new StandIn().with(1959, 2).with(1960, 30).with(1961, 3).cappedAt(10);
        trial = new Trial(server, folder);
        server.trick((ask, exchange) -> ask.isFor(1960, 2) && StandIn.answer(exchange, 403, "text/plain", "no"));
        trial.stops(Exit.INPUT, "closed the door");
        server.honest();
    }

    @AfterEach
    void closeTheDoor() {
        server.close();
    }

    @Test
    void it_goes_on_after_the_last_whole_page() {
        assertThat(trial.files())
                .containsExactly(
                        DAY + ".partial/1959-page-0000.json",
                        DAY + ".partial/1960-page-0000.json",
                        DAY + ".partial/1960-page-0001.json",
                        DAY + ".partial/beacon.json");
        var before = server.pageRequests().size();
        assertThat(trial.loans().items()).isEqualTo(35);
        // the third page of 1960, three pages back, and 1961
        assertThat(server.pageRequests().subList(before, server.pageRequests().size()))
                .hasSize(5)
                .first()
                .asString()
                .contains("loanPartYearFrom=1960", "pageNumber=2&itemPerPage=10&", "sortDir=asc");
        assertThat(trial.notes()).contains("goes on after the last whole page");
        assertThat(folder.resolve(DAY + ".partial")).doesNotExist();
    }

    @Test
    void the_day_after_it_goes_on_too_and_the_vintage_is_of_that_day() {
        var before = server.pageRequests().size();
        trial.later(Duration.ofDays(1)).loans();
        assertThat(server.pageRequests()).hasSize(before + 5);
        assertThat(trial.files()).contains("1961-06-16/source.yaml").noneMatch(f -> f.startsWith(DAY));
    }

    @Test
    void two_days_after_it_begins_anew() {
        var before = server.pageRequests().size();
        trial.later(Duration.ofDays(2)).loans();
        // two years of one page, and three pages forth and back
        assertThat(server.pageRequests()).hasSize(before + 8);
    }

    @Test
    void it_begins_anew_if_the_first_page_of_the_list_has_changed() {
        server.with(1961, 4);
        var before = server.pageRequests().size();
        assertThat(trial.loans().items()).isEqualTo(36);
        assertThat(server.pageRequests()).hasSize(before + 8);
        assertThat(trial.notes()).contains("begins anew");
    }

    @Test
    void it_begins_anew_if_the_draft_is_of_another_list() {
        server.withProjects(5);
        var outcome = trial.fetch(Dataset.PROJECTS);
        assertThat(outcome.items()).isEqualTo(5);
        assertThat(trial.files()).containsExactly(DAY + "/page-0000.json", DAY + "/source.yaml");
    }

    @Test
    void a_kept_page_that_was_spoilt_is_asked_for_again() throws IOException {
        Files.writeString(folder.resolve(DAY + ".partial/1960-page-0001.json"), "{\"data\": [");
        var before = server.pageRequests().size();
        assertThat(trial.loans().items()).isEqualTo(35);
        assertThat(server.pageRequests()).hasSize(before + 6);
        assertThat(trial.text(DAY + "/1960-page-0001.json")).contains("\"19600010\"");
    }

    @Test
    void a_page_that_was_written_in_part_counts_for_nothing() throws IOException {
        Files.writeString(folder.resolve(DAY + ".partial/1960-page-0002.json.part"), "{\"data\": [");
        assertThat(trial.loans().items()).isEqualTo(35);
        assertThat(trial.files()).noneMatch(f -> f.endsWith(".part"));
    }

    @Test
    void a_kept_page_that_no_longer_fits_the_others_is_found_by_the_proof() {
        // the list forgets an item of the first page and gets one on the last: the beacon does not see it
        server.trick((ask, exchange) -> ask.year().equals("1960")
                && StandIn.json(
                        exchange,
                        server.page(
                                ask,
                                IntStream.range(0, 30)
                                        .mapToObj(n -> StandIn.loan(1960, n == 3 ? 99 : n))
                                        .toList())));
        assertThat(trial.loans().items()).isEqualTo(35);
        assertThat(trial.notes()).contains("reads 1960 again");
        assertThat(trial.text(DAY + "/1960-page-0000.json"))
                .contains("\"19600099\"")
                .doesNotContain("\"19600003\"");
    }
}
