package kirchberg.job;

import java.util.List;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.source.Accounting;

/**
 * How a run ended.
 *
 * @param state what became of the release
 * @param findings one per claim
 * @param accounting one per source; empty if nothing was read
 * @param root where the releases lie
 * @param release folder of the release, as people write it
 * @param synthetic true if any source was made up
 * @param why the release is held; empty in every other state
 */
public record Outcome(
        State state,
        List<Finding> findings,
        List<Accounting> accounting,
        String root,
        String release,
        boolean synthetic,
        String why) {

    /** What became of the release. */
    public enum State {
        PUBLISHED,
        UNCHANGED,
        /** A source has shrunk, and the job lets the standing release stay. */
        HELD,
        DRY_RUN,
        /** Of a day before that of the standing release: complete and kept, but not what readers see. */
        SHELVED
    }

    public Outcome {
        findings = List.copyOf(findings);
        accounting = List.copyOf(accounting);
    }

    public boolean anyFails() {
        return findings.stream().anyMatch(f -> f.verdict() == Verdict.FAILS);
    }
}
