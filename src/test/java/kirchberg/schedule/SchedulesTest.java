package kirchberg.schedule;

import static kirchberg.schedule.Schedules.at;
import static kirchberg.schedule.Schedules.unit;
import static kirchberg.schedule.Schedules.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each schedule must have, and as much of its engine's own judgement as can be had without the engine. */
final class SchedulesTest {
    private static final Path SYSTEMD_ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String SYSTEMD_MISSING = "skipped: no /usr/bin/systemd-analyze (package systemd)";

    @TempDir
    private Path folder;

    @Test
    void the_unit_of_the_night_succeeds_with_a_finding_and_tries_6_7_8_again() throws IOException {
        assertThat(unit("kirchberg.service"))
                .containsEntry("Type", "oneshot")
                .containsEntry("User", "kirchberg")
                .containsEntry("ExecStart", "/opt/kirchberg/kirchberg run /etc/kirchberg/nightly.yaml")
                .containsEntry("SuccessExitStatus", "1")
                .containsEntry("Restart", "on-failure")
                .containsEntry("OnFailure", "kirchberg-failed@%N.service")
                .containsEntry("ProtectSystem", "strict")
                .containsEntry("StateDirectory", "kirchberg")
                .containsKeys("TimeoutStartSec", "StartLimitBurst", "StartLimitIntervalSec", "RestartSec");
        assertThat(unit("kirchberg.service")
                        .getOrDefault("RestartPreventExitStatus", "")
                        .split(" "))
                .contains("2", "3", "70", "SIGKILL")
                .doesNotContain("6", "7", "8");
    }

    @Test
    void the_alarm_is_a_unit_of_its_own_for_which_nothing_but_0_is_good() throws IOException {
        assertThat(unit("kirchberg-fresh.service"))
                .containsEntry(
                        "ExecStart", "/opt/kirchberg/kirchberg status /var/lib/kirchberg/release --max-age PT26H")
                .containsEntry("OnFailure", "kirchberg-failed@%N.service")
                .doesNotContainKeys("SuccessExitStatus", "Restart");
        assertThat(unit("kirchberg-failed@.service")).doesNotContainKey("OnFailure");
    }

    @ParameterizedTest
    @CsvSource({
        "kirchberg.timer, '*-*-* 03:30:00 Europe/Luxembourg'",
        "kirchberg-fresh.timer, '*-*-* 06,12,18:30:00 Europe/Luxembourg'"
    })
    void a_timer_names_its_zone_and_makes_up_for_what_it_missed(String file, String calendar) throws Exception {
        assertThat(unit(file)).containsEntry("OnCalendar", calendar).containsEntry("Persistent", "true");
        assertThat(systemd("calendar", calendar)).contains("Normalized form: " + calendar);
    }

    @Test
    void systemd_finds_nothing_wrong_with_the_units() throws Exception {
        var launcher = StandIn.ending(folder.resolve("opt"), "0");
        var units = folder.resolve("units");
        Files.createDirectory(units);
        try (var files = Files.list(Schedules.FOLDER.resolve("systemd"))) {
            for (var file : files.toList()) {
                Files.writeString(units.resolve(file.getFileName()), launcher.in(Files.readString(file)));
            }
        }
        try (var files = Files.list(units)) {
            var names = files.map(Path::toString).sorted().toList();
            assertThat(names).hasSize(5);
            var arguments = Stream.concat(Stream.of("verify", "--man=no"), names.stream());
            assertThat(systemd(arguments.toArray(String[]::new))).isEmpty();
        }
    }

    @Test
    void the_workflow_has_a_zone_one_run_at_a_time_and_few_rights() throws IOException {
        var workflow = yaml("github-actions.yml");
        assertThat(at(workflow, "on/schedule"))
                .isEqualTo(List.of(Map.of("cron", "37 3 * * *", "timezone", "Europe/Luxembourg")));
        assertThat(at(workflow, "permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(at(workflow, "concurrency"))
                .isEqualTo(Map.of("group", "kirchberg-nightly", "cancel-in-progress", false));
        assertThat(at(workflow, "defaults/run/shell")).isEqualTo("bash");
        assertThat(at(workflow, "jobs/nightly/timeout-minutes")).isEqualTo(90);
        assertThat(at(workflow, "jobs/nightly/steps/3/name")).isEqualTo("Status");
        assertThat(at(workflow, "jobs/nightly/steps/3/if")).isEqualTo("always()");
    }

    @Test
    void the_dag_compiles_and_asks_for_one_run_at_a_time_without_catching_up() throws Exception {
        Assumptions.assumeTrue(Dag.canBeLoaded(), Dag.WHY_NOT);
        assertThat(Dag.compile(folder)).isEmpty();
        var dag = Dag.load(folder);
        assertThat(dag.asked())
                .contains(
                        "dag.dag_id=kirchberg_nightly",
                        "dag.schedule=30 3 * * *",
                        "dag.start_date=2026-01-01 Europe/Luxembourg",
                        "dag.max_active_runs=1",
                        "dag.catchup=False",
                        "task.retries=0",
                        "task.skip_on_exit_code=None",
                        "task.execution_timeout=2:00:00");
        assertThat(dag.command())
                .contains("--as-of {{ data_interval_end | ds }}", "--exit-zero")
                .doesNotContain("{{ ds }}");
    }

    @Test
    void the_cron_job_has_what_its_schema_demands_and_a_heap_that_fits() throws IOException {
        assertThat(mistakes("kubernetes-cronjob.yaml", "cronjob")).isEmpty();
        var pod = at(yaml("kubernetes-cronjob.yaml"), "spec/jobTemplate/spec/template/spec");
        // 1280 MiB of heap and 512 MiB beside it are less than 2048 MiB
        assertThat(at(pod, "containers/0/env/1"))
                .isEqualTo(Map.of("name", "KIRCHBERG_JAVA_OPTS", "value", "-Xmx1280m"));
        assertThat(at(pod, "containers/0/resources/limits/memory")).isEqualTo("2Gi");
        assertThat(at(pod, "containers/0/args/4")).isEqualTo("spark.local.dir=/scratch");
        assertThat(at(pod, "containers/0/volumeMounts/2"))
                .isEqualTo(Map.of("name", "scratch", "mountPath", "/scratch"));
        assertThat(at(pod, "volumes/2")).isEqualTo(Map.of("name", "scratch", "emptyDir", Map.of("sizeLimit", "10Gi")));
    }

    @Test
    void the_spark_application_has_what_its_schema_demands() throws IOException {
        var file = "kubeflow-scheduledsparkapplication.yaml";
        assertThat(mistakes(file, "scheduledsparkapplication")).isEmpty();
        var application = at(yaml(file), "spec/template");
        assertThat(at(application, "arguments"))
                .isEqualTo(List.of("run", "/etc/kirchberg/nightly.yaml", "--exit-zero"));
        assertThat(at(application, "sparkVersion")).isEqualTo("4.1.3");
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes-cronjob.yaml, cronjob, concurrencyPolicy: Forbid, concurrencyPolicy: Allow",
        "kubernetes-cronjob.yaml, cronjob, backoffLimit: 0, backoffLimit: 6",
        "kubernetes-cronjob.yaml, cronjob, timeZone:, timezone:",
        "kubernetes-cronjob.yaml, cronjob, 30 3 *, 30 2 *",
        "kubernetes-cronjob.yaml, cronjob, readOnlyRootFilesystem: true, readOnlyRootFilesystem: false",
        "kubernetes-cronjob.yaml, cronjob, startingDeadlineSeconds: 3600, suspend: false",
        "kubernetes-cronjob.yaml, cronjob, restartPolicy: Never, restartPolicy: OnFailure",
        "kubeflow-scheduledsparkapplication.yaml, scheduledsparkapplication, Policy: Forbid, Policy: Replace",
        "kubeflow-scheduledsparkapplication.yaml, scheduledsparkapplication, type: Never, type: Always",
        "kubeflow-scheduledsparkapplication.yaml, scheduledsparkapplication, v1beta2, v1beta1"
    })
    void the_schemas_bite(String file, String schema, String was, String becomes) throws IOException {
        var text = Schedules.text(file);
        assertThat(text).contains(was);
        assertThat(judge(text.replace(was, becomes), schema)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit codes",
                "Retry 6, 7 and 8 only",
                "a finding, not a crash",
                "dead scheduler is silent",
                "deploy mode loses the number",
                "Time zone",
                "when clocks change",
                "line break",
                "heap must fit",
                "One at a time"
            })
    void the_page_names_the_trap(String trap) throws IOException {
        assertThat(Schedules.text("README.md")).contains(trap);
    }

    private static List<String> mistakes(String file, String schema) throws IOException {
        return judge(Schedules.text(file), schema);
    }

    private static List<String> judge(String yaml, String schema) throws IOException {
        var file = Path.of("src/test/resources/schedule/" + schema + ".schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(file))
                .validate(yaml, InputFormat.YAML)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private String systemd(String... arguments) throws Exception {
        if (!Files.isExecutable(SYSTEMD_ANALYZE)) {
            System.out.println(SYSTEMD_MISSING);
        }
        Assumptions.assumeTrue(Files.isExecutable(SYSTEMD_ANALYZE), SYSTEMD_MISSING);
        var command = Stream.concat(Stream.of(SYSTEMD_ANALYZE.toString()), Stream.of(arguments))
                .toList();
        var answer = new StandIn(folder).run(command, Map.of("PATH", "/usr/bin:/bin"));
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.out() + answer.err();
    }
}
