package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kirchberg.domain.Interval;
import kirchberg.domain.Label;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Outlook;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.source.Coverage;
import org.jspecify.annotations.Nullable;

/** Judges claims: compares what the words allow with what the portfolio allows. */
public final class Judgement {

    /**
     * Everything that is known of the world on a day.
     *
     * @param cells the views of all labels that claims speak of, and the view without labels
     * @param tallies of the claims that count operations; a claim without one counts none
     * @param coverages what the sources say that they cover
     * @param counts entries of the reference tables, by what a COUNT claim counts
     * @param asOf the day of the judgement
     */
    public record Portfolio(
            List<Cell> cells, List<Tally> tallies, List<Coverage> coverages, Map<String, Long> counts, LocalDate asOf) {

        public Portfolio {
            cells = List.copyOf(cells);
            tallies = List.copyOf(tallies);
            coverages = List.copyOf(coverages);
            counts = Map.copyOf(counts);
        }
    }

    private static final String WITHOUT_LABEL = "";

    private final Portfolio portfolio;
    private final Map<String, List<Cell>> views;

    private Judgement(Portfolio portfolio) {
        this.portfolio = portfolio;
        this.views = portfolio.cells().stream().collect(Collectors.groupingBy(c -> view(c.label())));
    }

    /** One finding per claim, in their order. */
    public static List<Finding> findings(List<Claim> claims, Portfolio portfolio) {
        var judgement = new Judgement(portfolio);
        return claims.stream().map(judgement::finding).toList();
    }

    private static String view(@Nullable Label label) {
        return label == null ? WITHOUT_LABEL : label.key();
    }

    private Finding finding(Claim claim) {
        var reason = claim.outOfReach();
        if (reason != null) {
            return new Finding(claim, Map.of(), all(Verdict.OUT_OF_REACH), null, reason, "", List.of());
        }
        if (!claim.period().each()) {
            return judge(claim, 0);
        }
        return EachYear.of(
                claim,
                claim.period().years().stream()
                        .map(y -> judge(claim.during(Period.year(y)), y))
                        .toList());
    }

    private Finding judge(Claim claim, int year) {
        var m = measure(claim, year);
        var found = m.found();
        var said = said(claim);
        if (found == null || m.isSilent()) {
            var settles = Reason.settles(m, Verdict.OUT_OF_REACH);
            return new Finding(claim, said, all(Verdict.OUT_OF_REACH), null, Reason.silence(m), settles, List.of());
        }
        var possible = m.possible(found);
        var readings = readings(s -> verdict(possible, band(claim, s), m.gaps().isEmpty()));
        var verdict = Objects.requireNonNull(readings.get(Strictness.CONVENTIONAL));
        var band = band(claim, Strictness.CONVENTIONAL);
        var why = Reason.why(m, possible, band, verdict);
        return new Finding(claim, said, readings, m.evidence(possible), why, Reason.settles(m, verdict), List.of())
                .with(new Outlook(m.breakEven(possible, band).orElse(null), null, List.of()));
    }

    private Measurement measure(Claim claim, int year) {
        var against = claim.against();
        if (against != null && claim.measure() == Measure.GROWTH) {
            var amounts = claim.about(claim.subject().measuring(Measure.AMOUNT));
            return Measurement.growth(claim, measure(amounts, claim.period()), measure(amounts, against));
        }
        var selection = Selection.of(claim, views.getOrDefault(view(claim.of()), List.of()));
        return Measurement.of(claim, selection, found(claim, year, selection).orElse(null), portfolio);
    }

    private Measurement measure(Claim claim, Period period) {
        return measure(claim.about(claim.subject().against(null).during(period)), 0);
    }

    private Optional<Interval> found(Claim claim, int year, Selection selection) {
        return switch (claim.measure()) {
            case COUNT ->
                Optional.ofNullable(portfolio.counts().get(claim.counts())).map(n -> count(n, n));
            case OPERATIONS -> Optional.of(operations(claim.id(), year));
            case AMOUNT, SHARE, RATIO, MOBILISED, JOINT, GROWTH, OPERATIONS_GROWTH ->
                Measurement.found(claim.measure(), selection);
        };
    }

    private Interval operations(String claimId, int year) {
        return portfolio.tallies().stream()
                .filter(t -> t.claimId().equals(claimId) && t.year() == year)
                .findFirst()
                .map(t -> count(t.low(), t.high()))
                .orElse(count(0, 0));
    }

    private static Interval count(long low, long high) {
        return Interval.closed(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    private static Verdict verdict(Interval possible, Interval said, boolean covered) {
        if (said.contains(possible)) {
            return Verdict.HOLDS;
        }
        if (said.isDisjoint(possible)) {
            return Verdict.FAILS;
        }
        return covered ? Verdict.UNDECIDED : Verdict.OUT_OF_REACH;
    }

    private static Interval band(Claim claim, Strictness strictness) {
        return Band.of(claim.hedge()).allows(claim.figure(), strictness);
    }

    private static Map<Strictness, Interval> said(Claim claim) {
        return readings(s -> band(claim, s));
    }

    private static Map<Strictness, Verdict> all(Verdict verdict) {
        return readings(s -> verdict);
    }

    private static <T> Map<Strictness, T> readings(Function<Strictness, T> reading) {
        var map = new EnumMap<Strictness, T>(Strictness.class);
        Arrays.stream(Strictness.values()).forEach(s -> map.put(s, reading.apply(s)));
        return map;
    }
}
