package kirchberg.domain.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kirchberg.domain.finding.Verdict;

/**
 * How a run ended, for everyone who is told of it.
 *
 * @param start how it began
 * @param end how it ended
 * @param asOf the day that the release speaks of; empty if the run did not come so far
 * @param inputs one per source, as far as they were read
 * @param outputs one per published table; empty if nothing was published
 * @param verdicts of this run, or of the standing release if it stays
 * @param before verdicts of the release before; empty if there was none or nobody knows
 * @param seconds by step, in their order
 * @param synthetic true if any source was made up
 */
public record RunReport(
        Start start,
        End end,
        Optional<LocalDate> asOf,
        List<Input> inputs,
        List<Output> outputs,
        SortedMap<String, Verdict> verdicts,
        SortedMap<String, Verdict> before,
        Map<String, BigDecimal> seconds,
        boolean synthetic) {

    public RunReport {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /**
     * How a run began.
     *
     * @param run its id; of a run that ended before it had one, any text that no other run has. The same at both ends
     * @param job its name
     * @param root of the releases
     */
    public record Start(String run, String job, String root, Instant at) {}

    /**
     * How a run ended.
     *
     * @param exitCode as the command line gives it
     * @param step that it reached last
     * @param message why it failed or is held; else empty
     */
    public record End(State state, int exitCode, Step step, String message, Instant at) {}

    /** What became of a run. */
    public enum State {
        PUBLISHED,
        UNCHANGED,
        /** A source has shrunk, and the job lets the standing release stay. */
        HELD,
        DRY_RUN,
        FAILED;

        /** Whether what is out is what the sources say: only these renew the last success. */
        public boolean isSuccess() {
            return this == PUBLISHED || this == UNCHANGED;
        }
    }

    /** A column, by its name and the name of its type. */
    public record Column(String name, String type) {}

    /**
     * A source.
     *
     * @param name of the data set, the same for every vintage: publisher and data set
     * @param vintage its date
     * @param rows records of its files
     * @param rejects records that could not be used
     * @param bytes of its files
     * @param columns that are read
     */
    public record Input(String name, LocalDate vintage, long rows, long rejects, long bytes, List<Column> columns) {
        public Input {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A published table.
     *
     * @param contentDigest equal for equal contents
     */
    public record Output(String table, long rows, String contentDigest, List<Column> columns) {
        public Output {
            columns = List.copyOf(columns);
        }
    }
}
