package kirchberg.tell;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.Column;
import kirchberg.domain.release.RunReport.End;
import kirchberg.domain.release.RunReport.Input;
import kirchberg.domain.release.RunReport.Output;
import kirchberg.domain.release.RunReport.Start;
import kirchberg.domain.release.RunReport.State;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.TellPlan;

/** Runs as they might have been. */
final class Reports {
    static final Instant BEGIN = Instant.parse("2026-11-24T02:00:00Z");

    private Reports() {}

    static Start start(String run) {
        return new Start(run, "nightly", "/srv/kirchberg", BEGIN);
    }

    /** A run that published, at a given second after two at night. */
    static RunReport published(String run, int second, Map<String, Verdict> before, Map<String, Verdict> now) {
        var seconds = new LinkedHashMap<String, BigDecimal>();
        seconds.put("read: records", new BigDecimal("1.250"));
        seconds.put("publish: verify", new BigDecimal("0.500"));
        return new RunReport(
                start(run),
                new End(State.PUBLISHED, 0, Step.RELEASE, "", BEGIN.plusSeconds(second)),
                Optional.of(LocalDate.of(2026, 11, 23)),
                List.of(new Input(
                        "eib/loans",
                        LocalDate.of(2026, 11, 20),
                        1_000,
                        7,
                        123_456,
                        List.of(new Column("operation_id", "string")))),
                List.of(
                        new Output("financings", 990, "d1", List.of(new Column("amount_eur", "decimal(18,2)"))),
                        new Output("rejects", 7, "d2", List.of())),
                new TreeMap<>(now),
                new TreeMap<>(before),
                seconds,
                false);
    }

    /** A run that came to nothing. */
    static RunReport ended(String run, int second, State state, int code, String message) {
        return new RunReport(
                start(run),
                new End(state, code, Step.READ, message, BEGIN.plusSeconds(second)),
                Optional.empty(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                Map.of("read: records", new BigDecimal("0.100")),
                false);
    }

    static RunReport synthetic(RunReport r) {
        return new RunReport(
                r.start(), r.end(), r.asOf(), r.inputs(), r.outputs(), r.verdicts(), r.before(), r.seconds(), true);
    }

    /** A plan with nothing but these. */
    static TellPlan plan(TellPlan.Lineage lineage) {
        return new TellPlan(Optional.empty(), Optional.empty(), lineage, Optional.empty(), Optional.empty());
    }

    static TellPlan.Lineage noLineage() {
        return TellPlan.NOBODY.lineage();
    }
}
