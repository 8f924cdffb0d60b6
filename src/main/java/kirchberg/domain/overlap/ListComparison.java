package kirchberg.domain.overlap;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Compares what a list of operations says that each one has signed with the sum of its signed financings. The list is
 * held in memory, the financings come one operation after the other.
 */
public final class ListComparison {
    private final Map<String, BigDecimal> listed;
    private Part agreeing = Part.NONE;
    private Part differing = Part.NONE;
    private Part listedOnly = Part.NONE;
    private Part financedOnly = Part.NONE;

    /**
     * Operations of one kind.
     *
     * @param operations how many
     * @param eur sum of the amounts; of the differences, list less financings, each without its sign, if they differ
     */
    public record Part(long operations, BigDecimal eur) {
        static final Part NONE = new Part(0, BigDecimal.ZERO);

        private Part with(BigDecimal amount) {
            return new Part(operations + 1, eur.add(amount));
        }

        @Override
        public String toString() {
            return operations + " (EUR " + eur.toPlainString() + ")";
        }
    }

    /** What was found: every operation of either side is in exactly one part. */
    public record Result(Part agreeing, Part differing, Part listedOnly, Part financedOnly) {

        /** One sentence for people. */
        public String text() {
            return "operations whose listed amount equals the sum of their signed financings: " + agreeing
                    + "; differs: " + differing.operations + ", by EUR " + differing.eur.toPlainString()
                    + " in all; signed in the list only: " + listedOnly + "; in the financings only: " + financedOnly;
        }
    }

    /**
     * Begins.
     *
     * @param listed amounts signed so far, in EUR, by operation id
     */
    public ListComparison(Map<String, BigDecimal> listed) {
        this.listed = new HashMap<>(listed);
    }

    /** Takes the sum of all signed financings of an operation, in EUR; once per operation. */
    public void financed(String operationId, BigDecimal sumEur) {
        var stated = listed.remove(operationId);
        if (stated == null) {
            financedOnly = financedOnly.with(sumEur);
        } else if (stated.compareTo(sumEur) == 0) {
            agreeing = agreeing.with(sumEur);
        } else {
            differing = differing.with(stated.subtract(sumEur).abs());
        }
    }

    /** What was found, once all financings were taken. An operation of which nothing is signed is not missing. */
    public Result result() {
        listed.values().stream().filter(eur -> eur.signum() != 0).forEach(eur -> listedOnly = listedOnly.with(eur));
        listed.clear();
        return new Result(agreeing, differing, listedOnly, financedOnly);
    }
}
