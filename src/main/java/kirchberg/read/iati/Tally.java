package kirchberg.read.iati;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kirchberg.domain.Stage;
import org.jspecify.annotations.Nullable;

/** What a reader of activities counts beside its records, for the report: in sorted order, and bounded. */
final class Tally {
    /** Different names that are told apart; the standard has fewer. */
    private static final int NAMES = 256;

    private static final int NAME_LENGTH = 80;

    private final Map<String, Long> unknown = new TreeMap<>();
    private final Map<String, Long> cases = new TreeMap<>();
    private final Map<String, Sum> sums = new TreeMap<>();

    /**
     * Amounts of one kind.
     *
     * @param gross sum of those not below zero
     * @param corrections sum of those below zero
     */
    private record Sum(BigDecimal gross, BigDecimal corrections) {
        private Sum plus(Sum other) {
            return new Sum(gross.add(other.gross), corrections.add(other.corrections));
        }

        private String text() {
            return gross.toPlainString() + " gross, " + corrections.toPlainString() + " in corrections, "
                    + gross.add(corrections).toPlainString() + " net";
        }
    }

    /** Counts an element or attribute that nobody knows. */
    void unknown(String name) {
        var cut = name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "...";
        var told = unknown.size() < NAMES || unknown.containsKey(cut) ? cut : "others";
        unknown.merge(told, 1L, Long::sum);
    }

    /** Counts a case of something, such as "activities without a transaction". */
    void count(String what) {
        cases.merge(what, 1L, Long::sum);
    }

    /**
     * Adds a whole amount, before any split.
     *
     * @param currency null if nobody says
     */
    void add(Stage stage, @Nullable String currency, BigDecimal amount) {
        var zero = BigDecimal.ZERO.setScale(2);
        var words = stage == Stage.SIGNED ? "commitments" : "disbursements";
        var sum = amount.signum() < 0 ? new Sum(zero, amount) : new Sum(amount, zero);
        sums.merge(words + currencyWords(currency), sum, Sum::plus);
    }

    private static String currencyWords(@Nullable String currency) {
        if (currency == null) {
            return " without a currency, rejected,";
        }
        return currency.equals("EUR")
                ? " in EUR"
                : " in " + (currency.matches("[A-Z]{3}") ? currency : "no currency of ISO 4217") + ", rejected,";
    }

    /** Hands on one sentence on each matter. */
    void remark(String sourceId, Consumer<String> remarks) {
        sums.forEach((what, sum) -> remarks.accept(sourceId + ": " + what + " are " + sum.text() + "."));
        cases.forEach((what, count) -> remarks.accept(sourceId + ": " + what + ": " + count + "."));
        if (!unknown.isEmpty()) {
            remarks.accept(sourceId + ": elements and attributes that are not known were skipped: "
                    + unknown.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }
}
