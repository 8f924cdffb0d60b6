package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import org.jspecify.annotations.Nullable;

/** "Every year" holds if each year holds, and fails if one year fails. */
final class EachYear {
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.FAILS, Verdict.OUT_OF_REACH, Verdict.UNDECIDED, Verdict.HOLDS);

    private EachYear() {}

    /**
     * The finding of the whole claim. Its evidence spans all years: the least and the greatest value of any year, and
     * sums of amounts and rows.
     *
     * @param years findings of the single years, at least one
     */
    static Finding of(Claim claim, List<Finding> years) {
        var readings = new EnumMap<Strictness, Verdict>(Strictness.class);
        for (var strictness : Strictness.values()) {
            readings.put(strictness, worst(years, strictness));
        }
        var settles = Finding.settlesEach(years);
        return new Finding(claim, years.get(0).said(), readings, evidence(years), why(years), settles, years);
    }

    private static Verdict worst(List<Finding> years, Strictness strictness) {
        var verdicts = years.stream().map(y -> y.readings().get(strictness)).toList();
        return WORST_FIRST.stream().filter(verdicts::contains).findFirst().orElse(Verdict.OUT_OF_REACH);
    }

    private static String why(List<Finding> years) {
        return years.stream().map(EachYear::year).collect(Collectors.joining(", ", "Year by year: ", "."));
    }

    private static String year(Finding finding) {
        var evidence = finding.evidence();
        var value = evidence == null
                ? ""
                : " ("
                        + Wording.possible(
                                evidence.possible(), finding.claim().figure().unit()) + ")";
        return finding.claim().period().text() + " " + finding.verdict().words() + value;
    }

    private static @Nullable Evidence evidence(List<Finding> years) {
        var seen = years.stream()
                .map(Finding::evidence)
                .flatMap(Stream::ofNullable)
                .toList();
        if (seen.isEmpty()) {
            return null;
        }
        var used = seen.stream().mapToLong(Evidence::rowsUsed).sum();
        var all = seen.get(0).rowsUsed() + seen.get(0).rowsLeftOut();
        return new Evidence(
                span(seen.stream().map(Evidence::possible).toList()),
                sum(seen, Evidence::knownEur),
                sum(seen, Evidence::unknownEur),
                used,
                all - used,
                seen.size() == years.size() && seen.stream().allMatch(Evidence::covered));
    }

    private static Interval span(List<Interval> intervals) {
        var low = intervals.stream()
                .map(Interval::low)
                .min(Comparator.naturalOrder())
                .orElse(Quotient.ZERO);
        var isOpen = intervals.stream().anyMatch(i -> i.high() == null);
        var high = intervals.stream()
                .map(Interval::high)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(low);
        return Interval.closed(low, isOpen ? null : high);
    }

    private static BigDecimal sum(List<Evidence> evidences, Function<Evidence, BigDecimal> part) {
        return evidences.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
