package kirchberg.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Settling;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.settlement.Question;
import kirchberg.domain.settlement.Settlement;
import kirchberg.domain.settlement.Settlement.Prefixes;
import kirchberg.domain.settlement.Unknown;
import kirchberg.domain.settlement.Vertex;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the rows behind all figures once, figure by figure, and tells how many of the unknown ones would settle
 * each. It holds the unknown rows of one figure at a time.
 */
final class SettleLists implements Consumer<Row> {
    private static final Prefixes NONE_NEEDED = new Prefixes(0L, 0L);
    private static final Prefixes NONE_HELPS = new Prefixes(null, null);

    private final Map<Key, Finding> figures = new HashMap<>();
    private final Map<Key, Settling> settlings = new HashMap<>();
    private final List<Unknown> open = new ArrayList<>();
    private Vertex known = Vertex.ORIGIN;
    private @Nullable Key current;

    /** Key of a figure: claim and year, 0 for the claim as a whole. */
    private record Key(String claim, int year) {
        private static Key of(Finding finding, boolean isOfEach) {
            return new Key(
                    finding.claim().id(), isOfEach ? finding.claim().period().from() : 0);
        }
    }

    private SettleLists(List<Finding> findings) {
        findings.forEach(f -> figures.put(Key.of(f, false), f));
        findings.forEach(f -> f.years().forEach(y -> figures.put(Key.of(y, true), y)));
    }

    /**
     * The findings with their settle lists.
     *
     * @param evidence hands on the rows behind all figures, those of a figure together
     */
    static List<Finding> settled(List<Finding> findings, Consumer<Consumer<Row>> evidence) {
        var lists = new SettleLists(findings);
        evidence.accept(lists);
        lists.finish();
        return findings.stream().map(lists::settled).toList();
    }

    @Override
    public void accept(Row row) {
        var key = new Key(row.getString(0), row.getInt(1));
        var finding = figures.get(key);
        if (finding == null || !OpenRows.areOf(finding.claim().measure())) {
            return;
        }
        if (!key.equals(current)) {
            finish();
            current = key;
        }
        if (OpenRows.isKnown(row)) {
            known = known.plus(OpenRows.known(row));
        } else {
            open.add(OpenRows.open(row, finding.claim().measure()));
        }
    }

    private void finish() {
        var key = current;
        var finding = key == null ? null : figures.get(key);
        if (key != null && finding != null && !open.isEmpty()) {
            settlings.put(key, settling(finding));
        }
        open.clear();
        known = Vertex.ORIGIN;
        current = null;
    }

    private Settling settling(Finding finding) {
        var prefixes = prefixes(finding);
        var eur = open.stream().map(Unknown::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Settling(open.size(), eur.setScale(2, RoundingMode.HALF_UP), prefixes.best(), prefixes.any());
    }

    private Prefixes prefixes(Finding finding) {
        var verdict = finding.verdict();
        var evidence = finding.evidence();
        var said = finding.said().get(Strictness.CONVENTIONAL);
        if (verdict == Verdict.HOLDS || verdict == Verdict.FAILS || evidence == null || said == null) {
            return NONE_NEEDED;
        }
        if (!isAnsweredByRows(finding.claim(), evidence)) {
            return NONE_HELPS;
        }
        return Settlement.of(question(finding.claim(), evidence, said));
    }

    /**
     * A quotient that missing sources or the future widen is beyond the rows, and so is one of an amount below zero.
     */
    private static boolean isAnsweredByRows(Claim claim, Evidence evidence) {
        return isSum(claim)
                || (evidence.covered()
                        && claim.hedge() != Hedge.TARGET
                        && (claim.measure() == Measure.SHARE || !isBelowZero(claim, evidence)));
    }

    private static boolean isBelowZero(Claim claim, Evidence evidence) {
        var low = new ProvenFigure(claim, 0, evidence.held()).quotient().low();
        return low.numerator().signum() < 0;
    }

    private static boolean isSum(Claim claim) {
        return switch (claim.measure()) {
            case AMOUNT, MOBILISED, JOINT -> true;
            case SHARE, RATIO, GROWTH, OPERATIONS, OPERATIONS_GROWTH, COUNT -> false;
        };
    }

    private Question question(Claim claim, Evidence evidence, Interval said) {
        var one = new Vertex(BigDecimal.ZERO, BigDecimal.ONE);
        var bounded = evidence.possible().high() != null || claim.measure() == Measure.GROWTH;
        var quotient = claim.isOneLess() ? said.moved(BigDecimal.ONE) : said;
        return new Question(isSum(claim) ? known.plus(one) : known, open, quotient, bounded);
    }

    private Finding settled(Finding finding) {
        if (finding.years().isEmpty()) {
            return settled(finding, settlings.get(Key.of(finding, false)));
        }
        var years = finding.years().stream()
                .map(y -> settled(y, settlings.get(Key.of(y, true))))
                .toList();
        return finding.eachOf(years);
    }

    private static Finding settled(Finding finding, @Nullable Settling settling) {
        if (settling == null) {
            return finding;
        }
        var after = finding.with(finding.outlook().settledBy(settling));
        var words = Stream.of(finding.settles(), OpenRows.words(settling))
                .filter(w -> !w.isEmpty())
                .toList();
        return after.settledBy(String.join("; ", words));
    }
}
