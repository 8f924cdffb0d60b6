package kirchberg.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.State;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.release.TellPlan.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told what, and how often. */
final class MessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Verdict> OLD = Map.of("a", Verdict.HOLDS, "b", Verdict.FAILS);
    private static final Map<String, Verdict> NEW = Map.of("a", Verdict.FAILS, "b", Verdict.FAILS);

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private StandIn sink;

    @BeforeEach
    void open() throws IOException {
        sink = new StandIn(n -> status.get());
    }

    @AfterEach
    void close() {
        sink.close();
    }

    private void tell(RunReport report) {
        tell(report, Optional.of(folder.resolve("told.json")));
    }

    private void tell(RunReport report, Optional<Path> state) {
        var plan = new TellPlan(
                Optional.empty(),
                state,
                Reports.noLineage(),
                Optional.of(new Secret(Secret.Kind.ENVIRONMENT, "HOOK")),
                Optional.empty());
        Telling.ended(
                plan,
                report,
                new Telling.World(
                        Limits.END, name -> name.equals("HOOK") ? sink.address("/hook") : null, warnings::add));
    }

    private List<String> subjects() throws IOException {
        var subjects = new ArrayList<String>();
        for (var body : sink.bodies()) {
            subjects.add(JSON.readTree(body).get("subject").asText());
        }
        return subjects;
    }

    private static RunReport night(Map<String, Verdict> before, Map<String, Verdict> now) {
        return Reports.published("00000042-3f9a1c07", 60, before, now);
    }

    @Test
    void a_change_is_told_once_with_both_verdicts() throws IOException {
        tell(night(OLD, NEW));
        tell(night(NEW, NEW));

        assertThat(subjects()).containsExactly("nightly: 1 verdict changed");
        JsonNode message = JSON.readTree(sink.bodies().get(0));
        assertThat(message.get("changes")).hasSize(1);
        assertThat(message.at("/changes/0/claim_id").asText()).isEqualTo("a");
        assertThat(message.at("/changes/0/before").asText()).isEqualTo("HOLDS");
        assertThat(message.at("/changes/0/now").asText()).isEqualTo("FAILS");
        assertThat(message.at("/claims/FAILS").asLong()).isEqualTo(2);
        assertThat(message.get("text").asText()).isEqualTo("""
                nightly: 1 verdict changed

                root: /srv/kirchberg
                run: 00000042-3f9a1c07, PUBLISHED at 2026-11-24T02:01:00Z
                as of: 2026-11-23
                claims: {FAILS=2}
                - a: HOLDS -> FAILS
                """);
    }

    @Test
    void a_night_without_a_change_is_not_told() throws IOException {
        tell(night(OLD, OLD));
        tell(Reports.ended("r", 60, State.UNCHANGED, 0, ""));

        assertThat(subjects()).isEmpty();
    }

    @Test
    void a_failure_is_told_once_and_so_is_the_first_success_after_it() throws IOException {
        tell(night(OLD, OLD));
        tell(Reports.ended("r2", 60, State.FAILED, 3, "Cannot read x: got nothing"));
        tell(Reports.ended("r3", 60, State.FAILED, 3, "Cannot read x: got nothing"));
        tell(Reports.ended("r4", 60, State.FAILED, 7, "disk full"));
        tell(Reports.ended("r5", 60, State.UNCHANGED, 0, ""));
        tell(Reports.ended("r6", 60, State.UNCHANGED, 0, ""));

        assertThat(subjects())
                .containsExactly(
                        "nightly: failed with exit code 3", "nightly: failed with exit code 7", "nightly: well again");
        assertThat(JSON.readTree(sink.bodies().get(0)).get("message").asText()).isEqualTo("Cannot read x: got nothing");
    }

    @Test
    void what_changed_during_failures_is_told_when_it_is_out() throws IOException {
        tell(night(OLD, OLD));
        tell(Reports.ended("r", 60, State.FAILED, 70, ""));
        tell(night(OLD, NEW));

        assertThat(subjects())
                .containsExactly("nightly: failed with exit code 70", "nightly: well again, 1 verdict changed");
    }

    @Test
    void a_held_release_is_told_once() throws IOException {
        tell(Reports.ended("r", 60, State.HELD, 0, "eib/loans shrank"));
        tell(Reports.ended("r", 60, State.HELD, 0, "eib/loans shrank"));

        assertThat(subjects()).containsExactly("nightly: held, the release before stays");
    }

    @Test
    void a_run_that_stepped_back_for_another_is_not_told() throws IOException {
        tell(night(OLD, OLD));
        tell(Reports.ended("r", 60, State.FAILED, 6, "another run is at work"));
        tell(Reports.ended("r", 60, State.UNCHANGED, 0, ""));

        assertThat(subjects()).isEmpty();
    }

    @Test
    void new_claims_and_claims_that_are_gone_are_changes() throws IOException {
        tell(night(Map.of("a", Verdict.HOLDS), Map.of("b", Verdict.UNDECIDED)));

        assertThat(JSON.readTree(sink.bodies().get(0)).get("text").asText())
                .contains("2 verdicts changed", "- a: HOLDS -> gone", "- b: new -> UNDECIDED");
    }

    @Test
    void what_could_not_be_delivered_is_told_with_the_next_run() throws IOException {
        tell(night(OLD, OLD));
        status.set(400);
        tell(night(OLD, NEW));
        assertThat(warnings).containsExactly("Cannot send a message to the webhook: got status 400 at attempt 1 of 3");
        status.set(200);
        tell(night(NEW, NEW));
        tell(night(NEW, NEW));

        assertThat(subjects()).containsExactly("nightly: 1 verdict changed", "nightly: 1 verdict changed");
    }

    @Test
    void without_a_memory_the_release_before_is_compared_and_each_failure_told() throws IOException {
        tell(night(OLD, NEW), Optional.empty());
        tell(night(NEW, NEW), Optional.empty());
        tell(Reports.ended("r", 60, State.FAILED, 3, ""), Optional.empty());
        tell(Reports.ended("r", 60, State.FAILED, 3, ""), Optional.empty());

        assertThat(subjects())
                .containsExactly(
                        "nightly: 1 verdict changed",
                        "nightly: failed with exit code 3",
                        "nightly: failed with exit code 3");
    }

    @Test
    void a_memory_that_is_none_counts_as_no_memory() throws IOException {
        for (var text :
                List.of("", "{", "[]", "{\"webhook\": {\"condition\": \"well\", \"verdicts\": {\"a\": \"?\"}}}")) {
            Files.writeString(folder.resolve("told.json"), text);
            tell(night(OLD, NEW));
        }

        assertThat(subjects()).hasSize(4);
        assertThat(warnings).isEmpty();
    }

    @Test
    void made_up_data_are_called_so() throws IOException {
        tell(Reports.synthetic(night(OLD, NEW)));

        var message = JSON.readTree(sink.bodies().get(0));
        assertThat(message.get("subject").asText()).isEqualTo("[SYNTHETIC] nightly: 1 verdict changed");
        assertThat(message.get("synthetic").asBoolean()).isTrue();
        assertThat(message.get("text").asText()).contains("was made up");
    }

    @Test
    void of_many_changes_a_hundred_are_listed_and_all_are_counted() throws IOException {
        var now = new HashMap<String, Verdict>();
        for (int i = 0; i < 250; i++) {
            now.put("claim-" + i, Verdict.HOLDS);
        }
        tell(night(Map.of(), now));

        var message = JSON.readTree(sink.bodies().get(0));
        assertThat(message.get("change_count").asInt()).isEqualTo(250);
        assertThat(message.get("changes")).hasSize(100);
        assertThat(message.get("text").asText()).contains("- and 150 more");
    }
}
