package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.counting.CountingKey;
import kirchberg.domain.counting.OperationGroup;
import kirchberg.domain.counting.Operations;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Outlook;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.neighbour.Neighbourhood;
import kirchberg.domain.source.Coverage;

/** Judges claims: compares what the words allow with what the portfolio allows. */
public final class Judgement {
    private static final Map<Measure, Measure> GROWING =
            Map.of(Measure.GROWTH, Measure.AMOUNT, Measure.OPERATIONS_GROWTH, Measure.OPERATIONS);

    /**
     * Everything that is known of the world on a day.
     *
     * @param cells the views of all labels that claims speak of, and the view without labels
     * @param operations groups of the views that claims count operations in
     * @param coverages what the sources say that they cover
     * @param counts entries of the reference tables, by what a COUNT claim counts
     * @param asOf the day of the judgement
     */
    public record Portfolio(
            List<Cell> cells,
            List<OperationGroup> operations,
            List<Coverage> coverages,
            Map<String, Long> counts,
            LocalDate asOf) {

        public Portfolio {
            cells = List.copyOf(cells);
            operations = List.copyOf(operations);
            coverages = List.copyOf(coverages);
            counts = Map.copyOf(counts);
        }
    }

    private final Portfolio portfolio;
    private final Views views;
    private final Operations operations;
    private final Map<Subject, Operations.Counts> counted = new HashMap<>();

    private Judgement(Portfolio portfolio) {
        this.portfolio = portfolio;
        this.views = new Views(portfolio.cells());
        this.operations = new Operations(portfolio.operations());
    }

    /** One finding per claim, in their order. */
    public static List<Finding> findings(List<Claim> claims, Portfolio portfolio) {
        var judgement = new Judgement(portfolio);
        return claims.stream()
                .map(c -> judgement.finding(c, CountingKey.OPERATION))
                .map(judgement::withNeighbours)
                .toList();
    }

    private Finding withNeighbours(Finding finding) {
        return finding.with(finding.outlook().beside(Neighbourhood.of(finding, this::finding)));
    }

    private Finding finding(Claim claim, CountingKey key) {
        var reason = claim.outOfReach();
        if (reason != null) {
            return new Finding(claim, Map.of(), all(Verdict.OUT_OF_REACH), null, reason, "", List.of());
        }
        if (!claim.period().each()) {
            return judge(claim, key);
        }
        return EachYear.of(
                claim,
                claim.period().years().stream()
                        .map(y -> judge(claim.during(Period.year(y)), key))
                        .toList());
    }

    private Finding judge(Claim claim, CountingKey key) {
        var m = measure(claim, key);
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
                .with(Outlook.NONE.needing(m.breakEven(possible, band).orElse(null)));
    }

    private Measurement measure(Claim claim, CountingKey key) {
        var against = claim.against();
        var growing = GROWING.get(claim.measure());
        if (against != null && growing != null) {
            var grown = claim.about(claim.subject().measuring(growing).against(null));
            return Measurement.growth(claim, measure(grown, key), measure(grown.during(against), key));
        }
        var selection = views.selection(claim);
        return Measurement.of(claim, selection, found(claim, key, selection).orElse(null), portfolio);
    }

    private Optional<Interval> found(Claim claim, CountingKey key, Selection selection) {
        return switch (claim.measure()) {
            case COUNT ->
                Optional.ofNullable(portfolio.counts().get(claim.counts())).map(n -> count(n, n));
            case OPERATIONS ->
                counted.computeIfAbsent(
                                claim.subject(), s -> operations.count(s.of(), corner -> Scope.of(claim, corner)))
                        .by(key);
            case AMOUNT, SHARE, RATIO, MOBILISED, JOINT, GROWTH, OPERATIONS_GROWTH ->
                Measurement.found(claim.measure(), selection);
        };
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
