package kirchberg.domain.judgement.proof;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One row of a portfolio in plain Java: what the references know, and nothing of cells.
 *
 * @param cents amount in cents of a euro, of any sign
 * @param jointCents what the EIB counts too of a row of the EIF, of the sign of the amount; null if unknown
 * @param mobilisedCents as stated, never below zero; null if unknown
 * @param labels part of the amount that carries each label; one that is not in the map is unknown, [0, 1]
 */
public record Financing(
        Institution institution,
        Stage stage,
        int year,
        Operation operation,
        long cents,
        @Nullable Long jointCents,
        @Nullable Long mobilisedCents,
        Where where,
        Map<Label, Part> labels) {

    public Financing {
        labels = Map.copyOf(labels);
    }

    /**
     * What the row belongs to.
     *
     * @param key the id, else a name
     */
    public record Operation(@Nullable String id, String key) {}

    /** Place of the row; country null and region UNKNOWN if not known. */
    public record Where(@Nullable String country, String region, Membership eu) {
        static final Where NOWHERE = new Where(null, "UNKNOWN", Membership.UNKNOWN);
    }

    /** Least and greatest part of an amount, 0 to 1. */
    public record Part(BigDecimal low, BigDecimal high) {
        public static final Part UNKNOWN = new Part(BigDecimal.ZERO, BigDecimal.ONE);
        public static final Part NONE = new Part(BigDecimal.ZERO, BigDecimal.ZERO);
        public static final Part WHOLE = new Part(BigDecimal.ONE, BigDecimal.ONE);

        public Part {
            low = low.stripTrailingZeros();
            high = high.stripTrailingZeros();
        }

        static Part hundredths(long low, long high) {
            return new Part(BigDecimal.valueOf(low, 2), BigDecimal.valueOf(high, 2));
        }
    }

    public Part part(Label label) {
        return labels.getOrDefault(label, Part.UNKNOWN);
    }

    public Financing with(Label label, Part part) {
        var changed = new HashMap<>(labels);
        changed.put(label, part);
        return new Financing(institution, stage, year, operation, cents, jointCents, mobilisedCents, where, changed);
    }

    public Financing with(Where place) {
        return new Financing(institution, stage, year, operation, cents, jointCents, mobilisedCents, place, labels);
    }

    public Financing with(Operation other) {
        return new Financing(institution, stage, year, other, cents, jointCents, mobilisedCents, where, labels);
    }

    public Financing in(int otherYear) {
        return new Financing(
                institution, stage, otherYear, operation, cents, jointCents, mobilisedCents, where, labels);
    }

    public Financing of(long otherCents, @Nullable Long joint, @Nullable Long mobilised) {
        return new Financing(institution, stage, year, operation, otherCents, joint, mobilised, where, labels);
    }
}
