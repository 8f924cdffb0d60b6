package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.Problem;
import kirchberg.domain.Stop;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.release.TellPlan.Lineage;
import kirchberg.domain.release.TellPlan.Login;
import kirchberg.domain.release.TellPlan.Mail;
import kirchberg.domain.release.TellPlan.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TellSectionTest {
    private static final String JOB = """
            sources: [a/2024]
            reference: ref
            claims: [claims]
            output: out
            """;

    @TempDir
    private Path folder;

    private Path write(String tell) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), JOB + tell);
    }

    private List<Problem> refused(String tell) throws IOException {
        var path = write(tell);
        assertThat(catchThrowableOfType(Stop.class, () -> Configuration.job(path)))
                .isNotNull();
        var file = new JobFile(path);
        file.contents();
        return file.file().problems();
    }

    @Test
    void a_job_without_the_section_tells_nobody() throws IOException {
        assertThat(Configuration.job(write("")).tell()).isEqualTo(TellPlan.NOBODY);
    }

    @Test
    void everything_can_be_said_and_paths_start_at_the_job_file() throws IOException {
        var plan = Configuration.job(write("""
                        tell:
                          metrics: node/kirchberg.prom
                          state: told.json
                          lineage: {namespace: night, file: lineage.jsonl, url: "https://lineage.example.org/api/v1/lineage"}
                          webhook: {url_env: KIRCHBERG_HOOK}
                          mail:
                            host: mail.example.org
                            port: 587
                            from: kirchberg@example.org
                            to: [desk@example.org, "night+x@example.org"]
                            user: kirchberg
                            password_file: secrets/smtp
                            starttls: true
                        """)).tell();

        assertThat(plan)
                .isEqualTo(new TellPlan(
                        Optional.of(folder.resolve("node/kirchberg.prom")),
                        Optional.of(folder.resolve("told.json")),
                        new Lineage(
                                "night",
                                Optional.of(folder.resolve("lineage.jsonl")),
                                Optional.of("https://lineage.example.org/api/v1/lineage"),
                                Optional.empty()),
                        Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "KIRCHBERG_HOOK")),
                        Optional.of(new Mail(
                                "mail.example.org",
                                587,
                                "kirchberg@example.org",
                                List.of("desk@example.org", "night+x@example.org"),
                                Optional.of(new Login(
                                        "kirchberg",
                                        new Secret(
                                                Secret.Kind.FILE,
                                                folder.resolve("secrets/smtp").toString()))),
                                true))));
    }

    @Test
    void what_is_remembered_lies_beside_the_metrics_unless_it_has_a_place_of_its_own() throws IOException {
        assertThat(Configuration.job(write("tell: {metrics: k.prom}\n")).tell().memory())
                .contains(folder.resolve("k.prom.told.json"));
        assertThat(Configuration.job(write("tell: {metrics: k.prom, state: s}\n"))
                        .tell()
                        .memory())
                .contains(folder.resolve("s"));
        assertThat(Configuration.job(write("tell: {lineage: {file: l}}\n"))
                        .tell()
                        .memory())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {metric: a}                                                   | 5:8 job.key      | did you mean metrics?
            {metrics: "s3a://b/k.prom"}                                   | 5:17 job.metrics | a path, relative to the job file
            {webhook: {}}                                                 | 5:17 job.webhook | add url_file: FILE, or url_env: NAME
            {webhook: {url: "https://h/CANARY"}}                          | 5:18 job.key     | url_file, url_env
            {webhook: {url_env: "https://h/CANARY"}}                      | 5:27 job.url_env | write the name of the variable
            {webhook: {url_env: A, url_file: b}}                          | 5:27 job.url_env | keep one of url_file and url_env
            {lineage: {url: "https://me:CANARY@h/x"}}                     | 5:23 job.url     | url_file: FILE, or url_env: NAME
            {lineage: {url: "https://h/x?api_key=CANARY"}}                | 5:23 job.url     | url_file: FILE, or url_env: NAME
            {lineage: {url: "ftp://h/x"}}                                 | 5:23 job.url     | expected https://HOST/PATH
            {lineage: {url: "https://h/x", url_env: A}}                   | 5:23 job.url     | keep one of url, url_file and url_env
            {lineage: {namespace: "a b"}}                                 | 5:29 job.namespace | letters, digits
            {mail: {host: h, port: 0, from: a@b, to: [c@d]}}              | 5:30 job.port    | from 1 to 65535
            {mail: {host: h, port: 25, from: ab, to: [c@d]}}              | 5:40 job.from    | as in desk@example.org
            {mail: {host: h, port: 25, from: a@b, to: ["c@d, e@f"]}}      | 5:50 job.to      | as in desk@example.org
            {mail: {host: h, port: 25, from: a@b, to: [c@d], password: CANARY}} | 5:56 job.key | password_env
            {mail: {host: h, port: 25, from: a@b, to: [c@d], user: u}}    | 5:62 job.user    | password_file: FILE or password_env: NAME
            {mail: {host: h, port: 25, from: a@b, to: [c@d], user: u, password_env: P}} | 5:14 job.starttls | add starttls: true
            {mail: {host: h, port: 25, from: a@b, to: [c@d], starttls: yes}} | 5:66 job.starttls | true, false
            """)
    void a_mistake_is_named_with_its_place_and_never_with_a_secret(String tell, String place, String help)
            throws IOException {
        var problems = refused("tell: " + tell + "\n");

        assertThat(problems)
                .extracting(p -> p.line() + ":" + p.column() + " " + p.code())
                .contains(place);
        assertThat(problems)
                .extracting(Problem::help)
                .anySatisfy(h -> assertThat(h).contains(help));
        assertThat(problems).allSatisfy(p -> assertThat(p.render()).doesNotContain("CANARY"));
    }

    @Test
    void a_login_needs_no_encryption_on_this_machine() throws IOException {
        var mail = "{host: localhost, port: 25, from: a@b, to: [c@d], user: u, password_env: P}";

        assertThat(Configuration.job(write("tell: {mail: " + mail + "}\n"))
                        .tell()
                        .mail())
                .isPresent();
    }

    @Test
    void whether_the_secret_is_there_is_not_asked_before_it_is_needed() throws IOException {
        var plan =
                Configuration.job(write("tell: {webhook: {url_file: none}}\n")).tell();

        assertThat(plan.webhook())
                .contains(new Secret(Secret.Kind.FILE, folder.resolve("none").toString()));
    }
}
