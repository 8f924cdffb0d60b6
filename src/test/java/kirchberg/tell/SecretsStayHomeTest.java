package kirchberg.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.State;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.release.TellPlan.Lineage;
import kirchberg.domain.release.TellPlan.Login;
import kirchberg.domain.release.TellPlan.Mail;
import kirchberg.domain.release.TellPlan.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries in places where secrets lie; none may sing anywhere else. Row E7 of the fault table. */
final class SecretsStayHomeTest {
    private static final String HOOK_CANARY = "CANARY-hook-7f3a";
    private static final String MAIL_CANARY = "CANARY-mail-91bc";
    private static final String ROOT_CANARY = "CANARY-root-55de";
    private static final List<String> MESSAGES = List.of(
            "Cannot reach s3a://me:" + ROOT_CANARY + "@bucket/root",
            "Cannot log in: got fs.s3a.secret.key=" + ROOT_CANARY,
            "Cannot tell: got {\"client_secret\": \"" + ROOT_CANARY + "\"}",
            "Cannot go on: no answer from https://hooks.example.org/services/" + HOOK_CANARY,
            "Cannot log in with " + MAIL_CANARY);

    @TempDir
    private Path folder;

    private final List<String> outputs = new ArrayList<>();

    private TellPlan plan(Path secrets, int mailPort) {
        return new TellPlan(
                Optional.of(folder.resolve("k.prom")),
                Optional.empty(),
                new Lineage(
                        "n",
                        Optional.of(folder.resolve("l.jsonl")),
                        Optional.empty(),
                        Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "LINEAGE"))),
                Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "HOOK")),
                Optional.of(new Mail(
                        "127.0.0.1",
                        mailPort,
                        "k@example.org",
                        List.of("a@example.org"),
                        Optional.of(new Login("k", new Secret(Secret.Kind.FILE, secrets.toString()))),
                        false)));
    }

    private static RunReport failed(int n) {
        var r = Reports.ended("r" + n, 60, State.FAILED, 10 + n, MESSAGES.get(n));
        return new RunReport(
                new RunReport.Start("r" + n, "nightly", "s3a://me:" + ROOT_CANARY + "@bucket/root", Reports.BEGIN),
                r.end(),
                r.asOf(),
                r.inputs(),
                r.outputs(),
                r.verdicts(),
                r.before(),
                r.seconds(),
                r.synthetic());
    }

    /** Good runs and failed ones, sinks that are well and sinks that are broken. */
    @Test
    void no_canary_sings() throws Exception {
        var secrets = Files.createDirectory(folder.resolve("secrets")).resolve("smtp");
        Files.writeString(secrets, MAIL_CANARY);
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("k@example.org", "k", MAIL_CANARY);
        server.start();
        for (var status : List.of(200, 400)) {
            try (var sink = new StandIn(n -> status)) {
                var hook = sink.address("/services/" + HOOK_CANARY);
                tellAll(plan(secrets, server.getSmtp().getPort()), hook);
                outputs.addAll(sink.bodies());
            }
        }
        tellAll(plan(secrets, 1), "https://me:" + HOOK_CANARY + "@127.0.0.1:1/x");
        tellAll(plan(secrets, 1), "no address " + HOOK_CANARY);
        tellAll(plan(secrets, 1), "http://127.0.0.1:1/[" + HOOK_CANARY + "]");
        for (MimeMessage letter : server.getReceivedMessages()) {
            outputs.add(GreenMailUtil.getWholeMessage(letter));
            outputs.add(letter.getContent().toString());
        }
        server.stop();
        addFiles();

        assertThat(outputs).hasSizeGreaterThan(50);
        assertThat(outputs).filteredOn(SecretsStayHomeTest::sings).isEmpty();
        System.out.println("E7: " + outputs.size() + " outputs of telling, canaries found 0");
    }

    private static boolean sings(String output) {
        return output.contains("CANARY")
                || Stream.of(HOOK_CANARY, MAIL_CANARY, ROOT_CANARY)
                        .map(canary -> Base64.getEncoder().encodeToString(canary.getBytes(StandardCharsets.UTF_8)))
                        .anyMatch(output::contains);
    }

    private void tellAll(TellPlan plan, String hook) {
        var environment = Map.of("HOOK", hook, "LINEAGE", hook);
        var world = new Telling.World(Limits.END, environment::get, outputs::add);
        Telling.started(plan, failed(0).start(), world);
        Telling.ended(plan, Reports.published("r", 60, Map.of(), Map.of("a", Verdict.HOLDS)), world);
        for (int n = 0; n < MESSAGES.size(); n++) {
            Telling.ended(plan, failed(n), world);
        }
        outputs.add(plan.toString());
    }

    private void addFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                outputs.addAll(Files.readAllLines(file));
            }
        }
    }
}
