package kirchberg.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Stage;
import kirchberg.domain.source.SourceFile;
import kirchberg.fetch.Fetching.Dataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a good fetch leaves behind, and when it leaves nothing. */
class FetchingTest {
    private static final String DAY = "1961-06-15";

    @TempDir
    private Path folder;

    private StandIn server;
    private Trial trial;

    @BeforeEach
    void openTheDoor() {
        server = new StandIn().with(1959, 3).with(1961, 2);
        trial = new Trial(server, folder.resolve("eib-loans"));
    }

    @AfterEach
    void closeTheDoor() {
        server.close();
    }

    @Test
    void the_loans_list_becomes_one_file_for_each_year_with_its_bytes_as_received() {
        var outcome = trial.loans();
        assertThat(trial.files())
                .containsExactly(
                        DAY + "/1959-page-0000.json",
                        DAY + "/1960-page-0000.json",
                        DAY + "/1961-page-0000.json",
                        DAY + "/filters/countries.json",
                        DAY + "/filters/sectors.json",
                        DAY + "/source.yaml");
        assertThat(trial.text(DAY + "/1961-page-0000.json"))
                .isEqualTo(StandIn.envelope(List.of(StandIn.loan(1961, 0), StandIn.loan(1961, 1)), 0, 1000, 2));
        assertThat(outcome.items()).isEqualTo(5);
        assertThat(outcome.stated()).isEqualTo(5);
        assertThat(outcome.files()).isEqualTo(3);
        assertThat(outcome.isNew()).isTrue();
        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.remarks()).isEmpty();
    }

    @Test
    void what_describes_the_loans_list_is_read_by_the_configuration() {
        trial.loans();
        var source = Configuration.source(folder.resolve("eib-loans").resolve(DAY));
        assertThat(source.id()).isEqualTo("eib-loans/" + DAY);
        assertThat(source.publisher()).isEqualTo("European Investment Bank");
        assertThat(source.dataset()).isEqualTo("Loans list");
        assertThat(source.format().key()).isEqualTo("eib-loans-json");
        assertThat(source.accessed()).isEqualTo(LocalDate.of(1961, 6, 15));
        assertThat(source.licence()).isEqualTo("not stated");
        assertThat(source.url()).isEqualTo(server.base() + StandIn.LOANS);
        assertThat(source.synthetic()).isFalse();
        assertThat(source.coverage().from()).isEqualTo(LocalDate.of(1959, 1, 1));
        assertThat(source.coverage().to()).isEqualTo(LocalDate.of(1961, 6, 15));
        assertThat(source.coverage().complete()).isTrue();
        assertThat(source.files()).hasSize(3);
        // the empty page of 1960, as wc -c and sha256sum see it
        assertThat(source.files().get(1))
                .isEqualTo(new SourceFile(
                        "1960-page-0000.json",
                        141,
                        "9c5a0a032918153cc14ab68ca05aaf4e71a95126fb5e6df87cef5511fed1af99"));
    }

    @Test
    void the_projects_list_is_one_slice_of_operations_and_never_complete() {
        server.withProjects(2500);
        var outcome = trial.fetch(Dataset.PROJECTS);
        assertThat(outcome.items()).isEqualTo(2500);
        assertThat(outcome.isComplete()).isFalse();
        assertThat(trial.files())
                .containsExactly(
                        DAY + "/page-0000.json",
                        DAY + "/page-0001.json",
                        DAY + "/page-0002.json",
                        DAY + "/source.yaml");
        var source = Configuration.source(folder.resolve("eib-loans").resolve(DAY));
        assertThat(source.format().key()).isEqualTo("eib-projects-json");
        assertThat(source.coverage().stage()).isEqualTo(Stage.APPROVED);
        assertThat(source.coverage().complete()).isFalse();
        assertThat(server.pageRequests()).hasSize(3).allMatch(r -> r.contains("sortColumn=id&sortDir=asc"));
    }

    @Test
    void one_request_at_a_time_with_a_second_between_and_nothing_asked_twice() {
        trial.loans();
        // robots, the whole list's first page, three years, its first page again, two code lists
        assertThat(server.requests()).hasSize(8);
        assertThat(server.requests().get(0)).isEqualTo("/robots.txt");
        assertThat(trial.pauses()).hasSize(7).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void it_says_who_it_is_and_keeps_no_cookies() {
        trial.loans();
        assertThat(server.headers()).allSatisfy(headers -> {
            assertThat(headers)
                    .hasEntrySatisfying(
                            "User-agent",
                            agent -> assertThat(agent)
                                    .first()
                                    .asString()
                                    .startsWith("Kirchberg/9.9 (+")
                                    .endsWith(")"));
            assertThat(headers).doesNotContainKey("Cookie").doesNotContainKey("Upgrade");
        });
        assertThat(server.headers().get(1).get("Accept")).containsExactly("application/json");
    }

    @Test
    void the_same_bytes_again_are_unchanged_and_nothing_is_written() {
        trial.loans();
        var before = trial.files();
        var outcome = trial.later(Duration.ofDays(1)).loans();
        assertThat(outcome.isNew()).isFalse();
        assertThat(outcome.vintage()).isEqualTo(folder.resolve("eib-loans").resolve(DAY));
        assertThat(trial.files()).isEqualTo(before);
        assertThat(folder.resolve("eib-loans").resolve("1961-06-16.partial")).doesNotExist();
    }

    @Test
    void one_more_item_is_a_new_vintage_beside_the_old_one() {
        trial.loans();
        var old = trial.text(DAY + "/source.yaml");
        server.with(1961, 3);
        var outcome = trial.later(Duration.ofDays(1)).loans();
        assertThat(outcome.isNew()).isTrue();
        assertThat(outcome.items()).isEqualTo(6);
        assertThat(trial.text(DAY + "/source.yaml")).isEqualTo(old);
        assertThat(trial.files()).contains("1961-06-16/source.yaml");
    }

    @Test
    void a_second_vintage_of_one_day_is_a_usage_error_and_nobody_is_asked() {
        trial.loans();
        var before = server.requests();
        trial.stops(Exit.USAGE, "vintage of today", DAY);
        assertThat(server.requests()).isEqualTo(before);
    }

    @Test
    void a_second_fetch_at_the_same_time_is_refused_and_nobody_is_asked() {
        try (var other = Draft.open(folder.resolve("eib-loans"), LocalDate.of(1961, 6, 15))) {
            assertThat(other.stored(Query.BEACON)).isEmpty();
            trial.stops(Exit.LOCKED, "another fetch");
        }
        assertThat(server.requests()).isEmpty();
        assertThat(trial.loans().isNew()).isTrue();
    }

    @Test
    void a_file_in_place_of_the_folder_is_a_usage_error() throws IOException {
        Files.writeString(folder.resolve("eib-loans"), "no folder");
        trial.stops(Exit.USAGE, "it is a file");
    }

    @Test
    void a_fault_of_the_disk_is_a_store_fault_and_the_earlier_vintage_stays() throws IOException {
        trial.loans();
        var before = trial.files();
        Files.createDirectories(folder.resolve("eib-loans/1961-06-16.partial/1960-page-0000.json/in-the-way"));
        trial.later(Duration.ofDays(1)).stops(Exit.STORE, "1960-page-0000.json");
        assertThat(trial.files()).containsAll(before);
    }

    @Test
    void progress_counts_slices_and_items() {
        trial.loans();
        assertThat(trial.steps().get(trial.steps().size() - 1)).isEqualTo(new Fetching.Step("1961", 3, 3, 5, ""));
    }

    @Test
    void without_its_code_lists_a_vintage_is_none_the_worse() {
        server.trick((ask, exchange) ->
                ask.path().endsWith("/filters") && StandIn.answer(exchange, 404, "text/plain", "gone"));
        var outcome = trial.loans();
        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.remarks()).hasSize(2).allMatch(r -> r.contains("got status 404"));
        assertThat(trial.files()).noneMatch(f -> f.contains("filters"));
    }
}
