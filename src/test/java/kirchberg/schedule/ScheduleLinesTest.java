package kirchberg.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The lines that schedulers run, really run: a stand-in for the launcher ends with each code. */
final class ScheduleLinesTest {
    private static final Map<String, String> BARE = Map.of("PATH", "/usr/bin:/bin", "RETRY_SECONDS", "0");
    private static final List<String> TOLD_RIGHT = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterAll
    static void sayHowMany() {
        var n = TOLD_RIGHT.size();
        System.out.println("schedules: " + n + " of " + n + " ends of a night told right");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/schedule-exits.csv", numLinesToSkip = 1)
    void a_code_is_a_success_or_tried_again_or_the_end(String line, String codes, int starts, String end, String why)
            throws Exception {
        var launcher = StandIn.ending(folder.resolve("opt"), codes);

        var answer = run(line, launcher);

        assertThat(launcher.starts()).as(why).hasSize(starts);
        switch (end) {
            case "silent" -> assertThat(answer.out() + answer.err()).as(why).isEmpty();
            case "mail" ->
                assertThat(answer.out())
                        .as(why)
                        .startsWith("kirchberg: exit " + codes.substring(codes.lastIndexOf(' ') + 1) + ",");
            default -> assertThat(answer.code()).as(why).isEqualTo(Integer.parseInt(end));
        }
        TOLD_RIGHT.add(line + " " + codes);
    }

    @Test
    void a_percent_sign_of_the_crontab_reaches_the_shell_and_names_the_month() throws Exception {
        assertThat(Schedules.cronLines()).hasSize(2).noneMatch(line -> line.matches(".*(?<!\\\\)%.*"));

        run("cron", StandIn.ending(folder.resolve("opt"), "0"));

        try (var files = Files.list(folder.resolve("opt"))) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".log")))
                    .singleElement()
                    .asString()
                    .matches("nightly-20[0-9]{2}-(0[1-9]|1[0-2])[.]log");
        }
    }

    @Test
    void a_bare_percent_sign_would_cut_the_line() {
        assertThat(Schedules.cronCommand("1 2 * * * date +%Y")).isEqualTo("date +");
        assertThat(Schedules.cronCommand("1 2 * * * date +\\%Y")).isEqualTo("date +%Y");
    }

    @Test
    void each_line_calls_the_launcher_with_what_it_understands() throws Exception {
        assertThat(called("cron")).isEqualTo("run /etc/kirchberg/nightly.yaml");
        assertThat(called("cron-fresh")).isEqualTo("status /var/lib/kirchberg/release --max-age PT26H");
        assertThat(called("github")).isEqualTo("run jobs/nightly.yaml --exit-zero");
        assertThat(called("github-status")).isEqualTo("status target/kirchberg --format json");
        assertThat(called("airflow")).isEqualTo("run /etc/kirchberg/nightly.yaml --exit-zero --as-of 2026-11-24");
        assertThat(called("kubernetes"))
                .isEqualTo("run /etc/kirchberg/nightly.yaml --exit-zero --conf spark.local.dir=/scratch");
    }

    @Test
    void a_status_that_fails_fails_its_step_in_spite_of_the_pipe() throws Exception {
        assertThat(run("github-status", StandIn.ending(folder.resolve("opt"), "3"))
                        .code())
                .isEqualTo(3);
    }

    private String called(String line) throws Exception {
        var launcher = StandIn.ending(folder.resolve("opt"), "0");
        run(line, launcher);
        return launcher.starts().get(0);
    }

    private StandIn.Answer run(String line, StandIn launcher) throws Exception {
        return switch (line) {
            case "cron" -> cron(0, launcher);
            case "cron-fresh" -> cron(1, launcher);
            case "github" -> github("Run", launcher);
            case "github-status" -> github("Status", launcher);
            case "airflow" -> airflow(launcher);
            case "kubernetes" -> kubernetes(launcher);
            default -> throw new AssertionError("No line of that name: " + line);
        };
    }

    /** Cron gives to a line what the crontab says, and next to nothing else. */
    private static StandIn.Answer cron(int line, StandIn launcher) throws Exception {
        var environment = new HashMap<>(Schedules.cronVariables());
        assertThat(environment).containsKeys("JAVA_HOME", "PATH", "SHELL", "MAILTO", "CRON_TZ");
        environment.put("RETRY_SECONDS", "0");
        var command = Schedules.cronCommand(Schedules.cronLines().get(line));
        return launcher.run(List.of(environment.get("SHELL"), "-c", launcher.in(command)), environment);
    }

    /** The command of GitHub's runners for {@code shell: bash}. */
    private StandIn.Answer github(String step, StandIn launcher) throws Exception {
        var steps = (List<?>) Schedules.at(Schedules.yaml("github-actions.yml"), "jobs/nightly/steps");
        var script = steps.stream()
                .map(Map.class::cast)
                .filter(s -> step.equals(s.get("name")))
                .map(s -> String.valueOf(s.get("run")))
                .findFirst()
                .orElseThrow();
        var file = Files.writeString(folder.resolve("step.sh"), script).toString();
        return launcher.run(List.of("/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", file), BARE);
    }

    /** What the DAG hands to Bash, with its day filled in as Airflow would. */
    private StandIn.Answer airflow(StandIn launcher) throws Exception {
        Assumptions.assumeTrue(Dag.canBeLoaded(), Dag.WHY_NOT);
        var line = Dag.load(folder).command().replace("{{ data_interval_end | ds }}", "2026-11-24");
        return launcher.run(List.of("/bin/bash", "-c", launcher.in(line)), BARE);
    }

    private static StandIn.Answer kubernetes(StandIn launcher) throws IOException, InterruptedException {
        var container = Schedules.at(
                Schedules.yaml("kubernetes-cronjob.yaml"), "spec/jobTemplate/spec/template/spec/containers/0");
        var command = Stream.of("command", "args")
                .flatMap(part -> ((List<?>) Schedules.at(container, part)).stream())
                .map(word -> launcher.in(String.valueOf(word)))
                .toList();
        return launcher.run(command, BARE);
    }
}
