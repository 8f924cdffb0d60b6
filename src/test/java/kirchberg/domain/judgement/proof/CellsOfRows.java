package kirchberg.domain.judgement.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.judgement.Cell;
import kirchberg.domain.judgement.Judgement;
import kirchberg.domain.judgement.Samples;
import kirchberg.domain.judgement.proof.Financing.Part;
import kirchberg.domain.source.Coverage;
import org.jspecify.annotations.Nullable;

/** Rows to cells in plain Java: how the judgement sees a portfolio, without Spark. */
public final class CellsOfRows {
    private static final LocalDate AS_OF = LocalDate.of(2030, 1, 1);
    private static final List<Coverage> EVERYTHING = List.of(Samples.complete(Institution.GROUP, 1000, 2029));

    private CellsOfRows() {}

    /** Judges claims on cells of rows of which none is missing. */
    static List<Finding> findings(List<Claim> claims, List<Cell> cells) {
        return Judgement.findings(claims, new Judgement.Portfolio(cells, List.of(), EVERYTHING, Map.of(), AS_OF));
    }

    /** The cells of the view without labels and of the view of each label. */
    public static List<Cell> of(Collection<Financing> rows, Collection<Label> labels) {
        var cells = new ArrayList<>(view(rows, null));
        labels.forEach(label -> cells.addAll(view(rows, label)));
        return cells;
    }

    private static List<Cell> view(Collection<Financing> rows, @Nullable Label label) {
        var groups = new LinkedHashMap<List<@Nullable Object>, List<Financing>>();
        for (var f : rows) {
            var part = label == null ? Part.UNKNOWN : f.part(label);
            List<@Nullable Object> key = Arrays.asList(f.institution(), f.stage(), f.year(), f.where(), part);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(f);
        }
        return groups.values().stream().map(group -> cell(group, label)).toList();
    }

    private static Cell cell(List<Financing> group, @Nullable Label label) {
        var any = group.get(0);
        var part = label == null ? Part.UNKNOWN : any.part(label);
        Predicate<Financing> isNegative = f -> f.cents() < 0;
        Predicate<Financing> isUnshared = f -> f.institution() == Institution.EIF && f.jointCents() == null;
        return new Cell(
                any.institution(),
                any.stage(),
                any.year(),
                any.where().country(),
                any.where().region(),
                any.where().eu(),
                label,
                part.low(),
                part.high(),
                group.size(),
                sum(group, isNegative.negate(), Financing::cents),
                sum(group, isNegative, Financing::cents),
                sum(group, isNegative.negate(), CellsOfRows::joint),
                sum(group, isNegative, CellsOfRows::joint),
                sum(group, isNegative.negate().and(isUnshared), Financing::cents),
                sum(group, isNegative.and(isUnshared), Financing::cents),
                sum(group, f -> true, f -> f.mobilisedCents() == null ? 0 : f.mobilisedCents()),
                group.stream().filter(f -> f.mobilisedCents() == null).count());
    }

    private static long joint(Financing f) {
        return f.institution() == Institution.EIB || f.jointCents() == null ? 0 : f.jointCents();
    }

    private static BigDecimal sum(List<Financing> rows, Predicate<Financing> of, ToLongFunction<Financing> cents) {
        return BigDecimal.valueOf(rows.stream().filter(of).mapToLong(cents).sum(), 2);
    }
}
