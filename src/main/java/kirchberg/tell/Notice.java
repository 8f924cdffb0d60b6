package kirchberg.tell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kirchberg.domain.Exit;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.Redaction;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.State;

/**
 * What is new since somebody was told last: a verdict that changed, a run that failed or is held, the first success
 * after that.
 */
final class Notice {
    /** Of more changes only the number is told. */
    private static final int MOST_CHANGES = 100;

    private static final String WELL = "well";

    private final RunReport report;
    private final Redaction redaction;
    private final String before;
    private final String now;
    private final List<Change> changes;
    private final SortedMap<String, Verdict> known;

    /** A claim whose verdict is another; "new" or "gone" for what has none. */
    record Change(String claim, String before, String now) {}

    /**
     * What somebody knows.
     *
     * @param condition of the last run that was told
     * @param verdicts that stand as far as was told
     */
    record Told(String condition, SortedMap<String, Verdict> verdicts) {
        Told {
            verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        }
    }

    /**
     * Compares a run with what somebody knows.
     *
     * @param told empty if nobody remembers: then with the release before, and as if all had been well
     */
    Notice(RunReport report, Optional<Told> told, Redaction redaction) {
        this.report = report;
        this.redaction = redaction;
        this.before = told.map(Told::condition).orElse(WELL);
        this.now = condition(report);
        var old = told.map(Told::verdicts).orElse(report.before());
        var isSilent = !report.end().state().isSuccess()
                || (report.end().state() == State.UNCHANGED && report.verdicts().isEmpty());
        this.known = isSilent ? old : report.verdicts();
        this.changes = changes(old, known);
    }

    /** One that stepped back for another run has nothing to say: that other one will. */
    static boolean isWorthALook(RunReport report) {
        return report.end().state() != State.DRY_RUN && report.end().exitCode() != Exit.LOCKED.code();
    }

    private static String condition(RunReport report) {
        return switch (report.end().state()) {
            case PUBLISHED, UNCHANGED, DRY_RUN -> WELL;
            case HELD -> "held";
            case FAILED -> "failed " + report.end().exitCode();
        };
    }

    private static List<Change> changes(SortedMap<String, Verdict> old, SortedMap<String, Verdict> now) {
        var claims = new TreeSet<>(old.keySet());
        claims.addAll(now.keySet());
        return claims.stream()
                .filter(claim -> old.get(claim) != now.get(claim))
                .map(claim -> new Change(claim, word(old, claim, "new"), word(now, claim, "gone")))
                .toList();
    }

    private static String word(Map<String, Verdict> verdicts, String claim, String none) {
        return Optional.ofNullable(verdicts.get(claim)).map(Verdict::name).orElse(none);
    }

    boolean isDue() {
        return !changes.isEmpty() || !before.equals(now);
    }

    /** What is known once this was told. */
    Told told() {
        return new Told(now, known);
    }

    /** One line. */
    String subject() {
        var parts = new ArrayList<String>();
        if (report.end().state() == State.HELD) {
            parts.add("held, the release before stays");
        } else if (report.end().state() == State.FAILED) {
            parts.add("failed with exit code " + report.end().exitCode());
        } else if (!before.equals(now)) {
            parts.add("well again");
        }
        if (!changes.isEmpty()) {
            parts.add(changes.size() + (changes.size() == 1 ? " verdict changed" : " verdicts changed"));
        }
        return line(
                (report.synthetic() ? "[SYNTHETIC] " : "") + report.start().job() + ": " + String.join(", ", parts));
    }

    /** For people. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add(subject());
        if (report.synthetic()) {
            lines.add("The portfolio was made up. These verdicts say nothing about the EIB.");
        }
        lines.add("");
        lines.add("root: " + line(report.start().root()));
        lines.add("run: " + line(report.start().run()) + ", " + report.end().state() + " at "
                + report.end().at());
        report.asOf().ifPresent(day -> lines.add("as of: " + day));
        if (!report.end().message().isEmpty()) {
            lines.add("why: " + redaction.redacted(report.end().message()));
        }
        lines.add("claims: " + counts());
        changes.stream()
                .limit(MOST_CHANGES)
                .forEach(c -> lines.add("- " + line(c.claim() + ": " + c.before() + " -> " + c.now())));
        if (changes.size() > MOST_CHANGES) {
            lines.add("- and " + (changes.size() - MOST_CHANGES) + " more");
        }
        return String.join("\n", lines) + "\n";
    }

    private SortedMap<Verdict, Long> counts() {
        return known.values().stream()
                .collect(Collectors.groupingBy(verdict -> verdict, TreeMap::new, Collectors.counting()));
    }

    /** For machines; the text is there too, for those that show one. */
    String json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("subject", subject()).put("text", text());
        json.put("job", line(report.start().job()))
                .put("root", line(report.start().root()));
        json.put("run", line(report.start().run())).put("at", report.end().at().toString());
        json.put("state", report.end().state().name())
                .put("exit_code", report.end().exitCode());
        json.put("message", redaction.redacted(report.end().message())).put("synthetic", report.synthetic());
        var claims = json.putObject("claims");
        counts().forEach((verdict, count) -> claims.put(verdict.name(), count));
        var list = json.putArray("changes");
        changes.stream()
                .limit(MOST_CHANGES)
                .forEach(c -> list.addObject()
                        .put("claim_id", c.claim())
                        .put("before", c.before())
                        .put("now", c.now()));
        return json.put("change_count", changes.size()).toString();
    }

    /** Nothing that could begin a header or a line of its own. */
    private String line(String text) {
        return redaction.redacted(text).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
    }
}
