package kirchberg.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.BreakEven;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Neighbour;
import kirchberg.domain.finding.Settling;
import kirchberg.domain.finding.Verdict;
import org.jspecify.annotations.Nullable;

/** What would change a verdict, in sentences. */
final class Prospects {
    /** Digits of a share of 0 to 1: a tenth of a per cent. */
    private static final int DIGITS = 3;

    private static final int MOST_DIGITS = 8;

    private Prospects() {}

    /** How much of what is unknown the claim needs; null where nothing was asked or nothing is unknown. */
    static @Nullable String breakEven(Finding finding) {
        var breakEven = finding.outlook().breakEven();
        var evidence = finding.evidence();
        return breakEven == null || evidence == null ? null : breakEven(breakEven, evidence, finding);
    }

    private static String breakEven(BreakEven breakEven, Evidence evidence, Finding finding) {
        var part = breakEven.part();
        if (part == null) {
            return "However much of the unknown belongs to it, the claim does not hold.";
        }
        var high = part.high() == null ? Quotient.ONE : part.high();
        var least = part.low().numerator().signum() <= 0;
        var most = high.compareTo(Quotient.ONE) >= 0;
        if (least && most) {
            return "However much of the unknown belongs to it, the claim holds.";
        }
        return "The claim holds if " + needed(part.low(), high) + "\u00A0% of what is unknown belongs to it"
                + amounts(part, evidence.possible(), finding.claim().figure().unit()) + ".";
    }

    /** Rounded to the safe side, with as many digits as it takes for both ends to differ. */
    private static String needed(Quotient least, Quotient most) {
        var digits = DIGITS;
        while (digits < MOST_DIGITS
                && least.rounded(digits, RoundingMode.CEILING).compareTo(most.rounded(digits, RoundingMode.FLOOR))
                        >= 0) {
            digits++;
        }
        var low = percent(least.rounded(digits, RoundingMode.CEILING));
        var high = percent(most.rounded(digits, RoundingMode.FLOOR));
        if (least.numerator().signum() <= 0) {
            return "at most " + high;
        }
        return most.compareTo(Quotient.ONE) >= 0 ? "at least " + low : low + " to " + high;
    }

    /** In EUR, where the figure itself is an amount: what the unknown has to add to the least value. */
    private static String amounts(Interval part, Interval possible, Unit unit) {
        var end = possible.high();
        if (unit != Unit.EUR || end == null) {
            return "";
        }
        var low = possible.low().rounded(2, RoundingMode.HALF_UP);
        var open = end.rounded(2, RoundingMode.HALF_UP).subtract(low);
        var high = part.high() == null ? Quotient.ONE : part.high();
        var beyond = low.signum() == 0 ? "" : ", beyond the " + Numbers.eur(low) + " that is certain";
        return ": " + Numbers.eur(times(open, part.low())) + " to " + Numbers.eur(times(open, high)) + " of "
                + Numbers.eur(open) + beyond;
    }

    private static BigDecimal times(BigDecimal amount, Quotient part) {
        return amount.multiply(part.rounded(12, RoundingMode.HALF_UP)).setScale(2, RoundingMode.HALF_UP);
    }

    private static String percent(BigDecimal part) {
        return Numbers.plain(part.movePointRight(2));
    }

    /** How many rows would have to be known; null where nothing was asked or no row would help. */
    static @Nullable String settling(Finding finding) {
        var settling = finding.outlook().settling();
        return settling == null || isSettled(finding) ? null : settling(settling);
    }

    private static String settling(Settling settling) {
        var rows = rows(settling.rows())
                + (settling.rows() == 1
                        ? " of this figure is not wholly known and leaves "
                        : " of this figure are not wholly known and leave ")
                + Numbers.eur(settling.eur()) + " open.";
        var best = settling.best();
        var any = settling.any();
        if (best == null) {
            return rows + " Knowing all of them would not settle it.";
        }
        var inTheBestCase = " In the best case the verdict is settled once the heaviest " + counted(best);
        var inAnyCase = any == null
                ? "; it may stay open even if all are."
                : "; whatever they turn out to be, once the heaviest " + counted(any) + ".";
        return rows + inTheBestCase + inAnyCase;
    }

    static boolean isSettled(Finding finding) {
        return finding.verdict() == Verdict.HOLDS || finding.verdict() == Verdict.FAILS;
    }

    private static String rows(long rows) {
        return Numbers.count(rows) + (rows == 1 ? " financing" : " financings");
    }

    private static String counted(long rows) {
        return Numbers.count(rows) + (rows == 1 ? " is known" : " are known");
    }

    /** The other readings under one another, the best marked; without a head if there are none. */
    static List<List<String>> neighbours(Finding finding) {
        var rows = new ArrayList<List<String>>();
        finding.outlook().neighbours().forEach(n -> rows.add(neighbour(n, finding)));
        return rows;
    }

    private static List<String> neighbour(Neighbour neighbour, Finding finding) {
        var possible = neighbour.possible();
        var value = possible == null
                ? "no data"
                : Numbers.possible(
                        possible,
                        finding.said().values(),
                        finding.claim().figure().unit());
        return List.of(
                Numbers.glued(neighbour.name()),
                value,
                Words.verdict(neighbour.verdict()).toLowerCase(Locale.ROOT),
                neighbour.isBest() ? "best fit" : "");
    }

    /** "It fails for the Group; holds for the EIB alone." */
    static String bestFit(Finding finding) {
        var beside = finding.beside();
        return beside.isEmpty() ? "No other reading fits better than the claim itself." : "It " + beside + ".";
    }

    /** How much of the scope is unknown. */
    static String unknown(Evidence evidence) {
        var unknown = evidence.unknownEur();
        var all = evidence.knownEur().abs().add(unknown);
        if (unknown.signum() == 0) {
            return "Nothing in the rows: of every amount it is known whether it counts.";
        }
        var part = new Quotient(unknown, all).rounded(4, RoundingMode.HALF_UP).movePointRight(2);
        var share = part.compareTo(new BigDecimal("0.1")) < 0
                ? "less than 0.1"
                : Numbers.plain(part.setScale(1, RoundingMode.HALF_UP));
        return Numbers.eur(unknown) + " of " + Numbers.eur(all) + ", " + share
                + " %: of these amounts it is not known whether they count, or for how much.";
    }

    /** What would settle it, as a sentence. */
    static String answer(ClaimText text) {
        var answer = text.settles();
        if (!answer.isEmpty()) {
            return sentence(answer);
        }
        var evidence = text.finding().evidence();
        if (text.finding().verdict() == Verdict.OUT_OF_REACH) {
            return "No portfolio can.";
        }
        return evidence == null || evidence.unknownEur().signum() == 0
                ? "Nothing is open."
                : "It is settled: whatever the unknown amounts turn out to be, the verdict stays.";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + (words.endsWith(".") ? "" : ".");
    }
}
