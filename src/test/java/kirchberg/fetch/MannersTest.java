package kirchberg.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kirchberg.domain.Exit;
import kirchberg.fetch.Fetching.Dataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patience with a tired publisher, and respect for one that says no. */
class MannersTest {
    private static final String DRAFT = "1961-06-15.partial/";
    private static final String WEB_PAGE = "<!DOCTYPE html><html><body>Are you human?</body></html>";

    @TempDir
    private Path folder;

    private StandIn server;
    private Trial trial;

    @BeforeEach
    void openTheDoor() {
        server = new StandIn().with(1959, 1).with(1960, 2).with(1961, 3);
        trial = new Trial(server, folder);
    }

    @AfterEach
    void closeTheDoor() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_fault_in_the_middle_is_asked_again_after_two_seconds(int status) {
        server.trick((ask, exchange) ->
                ask.isFor(1960, 0) && ask.nth() == 1 && StandIn.answer(exchange, status, "text/plain", "tired"));
        assertThat(trial.loans().items()).isEqualTo(6);
        assertThat(trial.waits()).containsExactly(2L);
        assertThat(server.requests()).hasSize(8 + 1);
        assertThat(trial.notes()).contains("waits 2 s", "status " + status);
    }

    @Test
    void a_fault_that_stays_is_given_up_after_four_more_attempts_and_whole_pages_stay() {
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.answer(exchange, 500, "text/html", WEB_PAGE));
        trial.stops(Exit.INPUT, "Cannot fetch page 0 of 1960", "5 attempts failed", "status 500");
        // each up to a quarter longer, by chance
        assertThat(trial.waits()).hasSize(4);
        assertThat(trial.waits().get(0)).isEqualTo(2);
        assertThat(trial.waits().get(1)).isBetween(4L, 5L);
        assertThat(trial.waits().get(2)).isBetween(8L, 10L);
        assertThat(trial.waits().get(3)).isBetween(16L, 20L);
        assertThat(server.pageRequests()).hasSize(1 + 5);
        assertThat(trial.files()).containsExactly(DRAFT + "1959-page-0000.json", DRAFT + "beacon.json");
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "'Thu, 15 Jun 1961 22:40:00 GMT', 598", "600, 600", "1, 2", "soon, 2", "-5, 2"})
    void after_429_the_wait_that_the_publisher_asks_for_is_kept_if_it_is_longer(String asked, long seconds) {
        server.trick((ask, exchange) -> ask.isFor(1959, 0) && ask.nth() == 1 && turnAway(exchange, asked));
        assertThat(trial.loans().items()).isEqualTo(6);
        // by the date: 600 s from the start, of which two pauses of a second are over
        assertThat(trial.waits()).containsExactly(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"601", "99999999999999999999", "Fri, 16 Jun 1961 22:40:00 GMT"})
    void a_publisher_that_asks_to_wait_longer_than_ten_minutes_is_left_alone(String asked) {
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && turnAway(exchange, asked));
        trial.stops(Exit.INPUT, "asks to wait too long", "status 429", "600 s");
        assertThat(trial.waits()).isEmpty();
        assertThat(server.pageRequests()).hasSize(2);
    }

    private static boolean turnAway(HttpExchange exchange, String retryAfter) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
        return StandIn.answer(exchange, 429, "text/plain", "slowly");
    }

    @ParameterizedTest
    @CsvSource({"401, no", "403, no", "403, page", "200, page"})
    void a_closed_door_is_not_knocked_at_again(int status, String body) {
        server.trick((ask, exchange) -> ask.isFor(1960, 0)
                && StandIn.answer(exchange, status, "text/html", body.equals("page") ? "\uFEFF \n" + WEB_PAGE : body));
        var stop = trial.stops(Exit.INPUT, "closed the door", "status " + status);
        assertThat(String.valueOf(stop.getMessage()).endsWith("with a web page"))
                .isEqualTo(body.equals("page"));
        assertThat(stop.hint()).contains("Wait some hours");
        assertThat(server.pageRequests()).hasSize(2);
        assertThat(trial.waits()).isEmpty();
        assertThat(trial.files()).containsExactly(DRAFT + "1959-page-0000.json", DRAFT + "beacon.json");
    }

    @Test
    void a_path_that_robots_txt_forbids_is_not_fetched() {
        server.withRobots("User-agent: *\nDisallow: /provider-eib-plr/\n");
        trial.stops(Exit.INPUT, "robots.txt forbids", StandIn.LOANS);
        assertThat(server.requests()).containsExactly("/robots.txt");
    }

    @Test
    void without_a_robots_txt_nothing_is_forbidden() {
        server.withRobots("");
        assertThat(trial.loans().items()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"403, no", "200, <html>", "500, tired"})
    void where_robots_txt_cannot_be_read_no_list_is_fetched(int status, String body) {
        server.trick((ask, exchange) ->
                ask.path().equals("/robots.txt") && StandIn.answer(exchange, status, "text/plain", body));
        trial.stops(Exit.INPUT, "status " + status);
        assertThat(server.requests()).containsOnly("/robots.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/list",
                "//elsewhere.example/list",
                "http://localhost:%d/page",
                "https://127.0.0.1:%d/page",
                "http://127.0.0.1:1/page",
                "http://127.0.0.1:%d@elsewhere.example/",
                "http://user@127.0.0.1:%d/page",
                "file:///etc/passwd",
                "ftp://127.0.0.1:%d/page"
            })
    void a_redirect_to_another_host_port_or_scheme_is_refused(String location) {
        var there = location.formatted(server.base().getPort());
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.redirect(exchange, there));
        trial.stops(
                Exit.INPUT,
                "Cannot follow the publisher elsewhere",
                there,
                server.base().toString());
        assertThat(server.pageRequests()).hasSize(2);
        assertThat(server.requests()).noneMatch(r -> r.equals("/page"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://[", "http://exa mple/"})
    void a_redirect_to_nowhere_is_refused(String location) {
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.redirect(exchange, location));
        trial.stops(Exit.INPUT, "redirect");
        assertThat(trial.files()).noneMatch(f -> f.contains("1960"));
    }

    @Test
    void a_redirect_to_a_path_that_robots_txt_forbids_is_refused() {
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.redirect(exchange, "/admin/list"));
        trial.stops(Exit.INPUT, "robots.txt forbids /admin/list");
        assertThat(server.requests()).doesNotContain("/admin/list");
    }

    @Test
    void three_redirects_on_the_host_are_followed_and_a_fourth_is_not() {
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.redirect(exchange, "/moved/1"))
                .trick((ask, exchange) -> ask.path().matches("/moved/[12]")
                        && StandIn.redirect(exchange, ask.path().equals("/moved/1") ? "2" : "/moved/3"))
                .trick((ask, exchange) -> ask.path().equals("/moved/3")
                        && StandIn.json(exchange, StandIn.envelope(server.items(ofYear(1960)), 0, 1000, 2)));
        assertThat(trial.loans().items()).isEqualTo(6);
        server.honest()
                .trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.redirect(exchange, "/moved/0"))
                .trick((ask, exchange) -> ask.path().startsWith("/moved/") && StandIn.redirect(exchange, ask.path()));
        trial.later(Duration.ofDays(2)).stops(Exit.INPUT, "more than 3");
    }

    private static StandIn.Ask ofYear(int year) {
        return new StandIn.Ask(StandIn.LOANS, Map.of("loanPartYearFrom", String.valueOf(year)), 1);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @Test
    void a_name_with_an_address_that_is_not_public_is_not_asked() {
        trial.names(host -> new InetAddress[] {address("127.0.0.1"), address("10.0.0.1")})
                .stops(Exit.INPUT, "not public", "10.0.0.1");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void the_addresses_of_a_name_are_looked_at_before_each_request_and_each_redirect() {
        var calls = new AtomicInteger();
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.redirect(exchange, "/moved"));
        // robots, beacon, 1959 and 1960 may be asked; what the name means when the redirect is followed may not
        trial.names(host -> new InetAddress[] {address(calls.incrementAndGet() <= 4 ? "127.0.0.1" : "169.254.169.254")})
                .stops(Exit.INPUT, "not public", "169.254.169.254");
        assertThat(server.requests()).hasSize(4).doesNotContain("/moved");
    }

    @Test
    void a_name_that_nobody_knows_is_asked_for_again_and_then_given_up() {
        trial.names(host -> {
                    throw new UnknownHostException(host);
                })
                .stops(Exit.INPUT, "5 attempts failed", "UnknownHostException");
        assertThat(trial.waits()).hasSize(4);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void an_endless_body_is_cut_off_at_64_mib() {
        var sent = new AtomicLong();
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && withoutEnd(exchange, 200, sent));
        trial.stops(Exit.INPUT, "LIMIT", "does not end", "67108864");
        assertThat(sent.get()).isBetween(64L << 20, 96L << 20);
        assertThat(server.pageRequests()).hasSize(2);
        assertThat(trial.files()).containsExactly(DRAFT + "1959-page-0000.json", DRAFT + "beacon.json");
    }

    @Test
    void an_endless_body_of_an_error_is_cut_off_early_and_asked_again() {
        var sent = new AtomicLong();
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && ask.nth() == 1 && withoutEnd(exchange, 503, sent));
        assertThat(trial.loans().items()).isEqualTo(6);
        assertThat(sent.get()).isLessThan(32L << 20);
        assertThat(trial.waits()).containsExactly(2L);
    }

    private static boolean withoutEnd(HttpExchange exchange, int status, AtomicLong sent) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        var blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        try (var body = exchange.getResponseBody()) {
            while (sent.addAndGet(blanks.length) < 1L << 30) {
                body.write(blanks);
            }
        } catch (IOException e) {
            return true;
        }
        return true;
    }

    @Test
    void a_connection_closed_in_mid_body_is_asked_again() {
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && ask.nth() <= 2 && hangUp(exchange));
        assertThat(trial.loans().items()).isEqualTo(6);
        assertThat(trial.waits()).hasSize(2).startsWith(2L);
        assertThat(server.pageRequests()).hasSize(3 + 2);
    }

    private static boolean hangUp(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(new byte[] {'{'});
        exchange.getResponseBody().flush();
        exchange.close();
        return true;
    }

    @Test
    void an_answer_that_stops_in_the_middle_is_waited_for_no_longer_than_its_time() {
        var end = new CountDownLatch(1);
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && ask.nth() == 1 && stall(exchange, end));
        assertThat(trial.patience(Duration.ofMillis(700)).loans().items()).isEqualTo(6);
        end.countDown();
        assertThat(trial.waits()).containsExactly(2L);
        assertThat(trial.notes()).contains("HttpTimeoutException");
    }

    private static boolean stall(HttpExchange exchange, CountDownLatch end) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(new byte[] {'{'});
        exchange.getResponseBody().flush();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void after_two_hours_it_ends_and_says_how_to_go_on() {
        // each year's first answer asks for 10 minutes, three times over
        server.cappedAt(1)
                .with(1960, 8)
                .trick((ask, exchange) -> !ask.year().isEmpty() && ask.nth() <= 1 && turnAway(exchange, "600"));
        var stop = trial.stops(Exit.INPUT, "takes too long", "120 minutes");
        assertThat(stop.hint()).contains("run the same command again");
        // the twelfth wait would end after two hours
        assertThat(trial.waits()).hasSize(11).containsOnly(600L);
    }

    @Test
    void an_unexpected_status_is_refused_at_once() {
        server.trick((ask, exchange) -> ask.isFor(1960, 0) && StandIn.answer(exchange, 404, "text/plain", "gone"));
        trial.stops(Exit.INPUT, "status 404", "expected 200");
        assertThat(server.pageRequests()).hasSize(2);
        assertThat(Dataset.values()).hasSize(2);
    }
}
