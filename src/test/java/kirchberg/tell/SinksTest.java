package kirchberg.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.release.TellPlan.Lineage;
import kirchberg.domain.release.TellPlan.Login;
import kirchberg.domain.release.TellPlan.Mail;
import kirchberg.domain.release.TellPlan.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sinks that are well, down, slow or broken; row F3 of the fault table. */
final class SinksTest {
    /** Shorter than in life, so that the tests are. */
    private static final Limits SHORT = new Limits(
            Duration.ofMillis(500), Duration.ofMillis(1500), Duration.ofMillis(400), Duration.ofMillis(50), 3);

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private TellPlan plan(String lineage, int mailPort) {
        return new TellPlan(
                Optional.of(folder.resolve("k.prom")),
                Optional.empty(),
                new Lineage("night", Optional.of(folder.resolve("l.jsonl")), Optional.of(lineage), Optional.empty()),
                Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "HOOK")),
                Optional.of(mail(mailPort, Optional.empty())));
    }

    private static Mail mail(int port, Optional<Login> login) {
        return new Mail(
                "127.0.0.1", port, "kirchberg@example.org", List.of("a@example.org", "b@example.org"), login, false);
    }

    private Duration told(TellPlan plan, String hook, Limits limits) {
        var report = Reports.published("r", 60, Map.of(), Map.of("a", Verdict.HOLDS));
        var begin = System.nanoTime();
        Telling.ended(
                plan, report, new Telling.World(limits, name -> name.equals("HOOK") ? hook : null, warnings::add));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static GreenMail server() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** F3: nothing is thrown, what does not need the sinks is written, and the time is bounded. */
    private void survives(String what, int status, Limits limits) throws IOException {
        try (var sink = new StandIn(n -> status);
                var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var took = told(plan(sink.address("/lineage"), silent.getLocalPort()), sink.address("/hook"), limits);

            assertThat(warnings)
                    .extracting(w -> w.replaceAll(":.*", ""))
                    .containsExactly(
                            "Cannot send lineage", "Cannot send a message to the webhook", "Cannot send a letter");
            untouched();
            var most = limits.aside().multipliedBy(2).plus(limits.whole()).plusSeconds(2); // 2 s for a slow machine
            assertThat(took).isLessThan(most);
            System.out.println("F3: sinks " + what + ": " + took.toMillis() + " ms added, publish unaffected");
        }
    }

    private void untouched() throws IOException {
        assertThat(PrometheusText.parsed(Files.readString(folder.resolve("k.prom"))))
                .isNotEmpty();
        assertThat(Files.readAllLines(folder.resolve("l.jsonl"))).hasSize(1);
    }

    @Test
    void sinks_that_answer_500_do_not_matter() throws IOException {
        survives("answering 500", 500, SHORT);
    }

    @Test
    void sinks_that_never_answer_do_not_matter() throws IOException {
        survives("silent", StandIn.SILENCE, SHORT);
    }

    @Test
    @Tag("slow")
    void sinks_that_never_answer_cost_at_most_the_real_limit() throws IOException {
        survives("silent, real limits", StandIn.SILENCE, Limits.END);
    }

    @Test
    void sinks_that_are_down_do_not_matter() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var took = told(plan("http://127.0.0.1:" + port, port), "http://127.0.0.1:" + port, SHORT);

        assertThat(warnings).hasSize(3).allSatisfy(w -> assertThat(w).contains("at attempt 3 of 3"));
        untouched();
        System.out.println("F3: sinks down: " + took.toMillis() + " ms added, publish unaffected");
    }

    /** However patient the parts are, the whole is not. */
    @Test
    void what_is_not_done_in_time_is_given_up() throws IOException {
        var patient = new Limits(
                Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofSeconds(60), Duration.ofSeconds(60), 9);
        try (var sink = new StandIn(n -> StandIn.SILENCE);
                var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var took = told(plan(sink.address("/l"), silent.getLocalPort()), sink.address("/hook"), patient);

            assertThat(took).isLessThan(Duration.ofSeconds(20));
            assertThat(warnings)
                    .hasSize(3)
                    .allSatisfy(w -> assertThat(w).endsWith(": not done within 300 ms, given up"));
            untouched();
        }
    }

    @Test
    void a_folder_that_is_missing_is_a_warning() throws IOException {
        var plan = new TellPlan(
                Optional.of(folder.resolve("none/k.prom")),
                Optional.empty(),
                new Lineage("n", Optional.of(folder.resolve("none/l")), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty());
        told(plan, "", SHORT);

        assertThat(warnings)
                .hasSize(2)
                .allSatisfy(w -> assertThat(w).matches("Cannot write (metrics|lineage): got .*NoSuchFileException.*"));
    }

    @Test
    void a_passing_fault_is_met_with_a_second_attempt_and_a_redirect_is_not_followed() throws IOException {
        try (var sink = new StandIn(n -> n == 1 ? 503 : 200);
                var moved = new StandIn(n -> 302)) {
            var plan = new TellPlan(
                    Optional.empty(),
                    Optional.empty(),
                    new Lineage("n", Optional.empty(), Optional.of(moved.address("/l")), Optional.empty()),
                    Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "HOOK")),
                    Optional.empty());
            told(plan, sink.address("/hook"), Limits.END);

            assertThat(sink.bodies()).hasSize(2);
            assertThat(moved.bodies()).hasSize(1);
            assertThat(warnings).containsExactly("Cannot send lineage: got status 302 at attempt 1 of 3");
        }
    }

    @Test
    void a_letter_arrives_with_its_subject_and_its_text() throws Exception {
        var server = server();
        server.start();
        try {
            var plan = new TellPlan(
                    Optional.empty(),
                    Optional.empty(),
                    Reports.noLineage(),
                    Optional.empty(),
                    Optional.of(mail(server.getSmtp().getPort(), Optional.empty())));
            told(plan, "", Limits.END);

            assertThat(warnings).isEmpty();
            assertThat(server.getReceivedMessages()).hasSize(2); // one per recipient
            MimeMessage letter = server.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("Kirchberg: nightly: 1 verdict changed");
            assertThat(letter.getContentType()).startsWith("text/plain");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getContent().toString()).contains("- a: new -> HOLDS");
            assertThat(letter.getSentDate()).isEqualTo("2026-11-24T02:01:00Z");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_login_is_used_and_a_wrong_password_is_a_warning_without_it() throws IOException {
        var server = server();
        server.setUser("kirchberg@example.org", "kirchberg", "right-CANARY");
        server.start();
        try {
            for (var password : List.of("right-CANARY", "wrong-CANARY")) {
                var file = Files.writeString(folder.resolve("smtp"), password + "\n");
                var login = new Login("kirchberg", new Secret(Secret.Kind.FILE, file.toString()));
                var plan = new TellPlan(
                        Optional.empty(),
                        Optional.empty(),
                        Reports.noLineage(),
                        Optional.empty(),
                        Optional.of(mail(server.getSmtp().getPort(), Optional.of(login))));
                told(plan, "", Limits.END);
            }
            assertThat(server.getReceivedMessages()).hasSize(2); // of the first, one per recipient
            assertThat(warnings).hasSize(1);
            assertThat(warnings.get(0))
                    .startsWith("Cannot send a letter: the mail server does not let us in, got Auth")
                    .doesNotContain("CANARY");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_offers_no_encryption_gets_nothing_if_it_was_asked_for() {
        var server = server();
        server.start();
        try {
            var open = mail(server.getSmtp().getPort(), Optional.empty());
            var plan = new TellPlan(
                    Optional.empty(),
                    Optional.empty(),
                    Reports.noLineage(),
                    Optional.empty(),
                    Optional.of(new Mail(open.host(), open.port(), open.from(), open.to(), open.login(), true)));
            told(plan, "", SHORT);

            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(warnings).hasSize(1).allSatisfy(w -> assertThat(w).contains("STARTTLS"));
        } finally {
            server.stop();
        }
    }
}
