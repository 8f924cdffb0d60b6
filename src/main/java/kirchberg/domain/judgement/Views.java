package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a portfolio, laid out so that a claim touches those of its scope only. Cells that one place cannot tell
 * apart and that carry the same part of a label are added up once, for all claims that ask for that place.
 */
final class Views {
    private static final String WITHOUT_LABEL = "";

    private final Map<Bin, List<Cell>> bins;
    private final Map<String, Long> rows;
    private final Map<Slice, List<Cell>> slices = new HashMap<>();
    private final Map<Subject, Selection> selections = new HashMap<>();

    /** The cells of one view, institution, stage and year. */
    private record Bin(String view, Institution institution, Stage stage, int year) {

        private static Bin of(Cell cell) {
            return new Bin(viewOf(cell.label()), cell.institution(), cell.stage(), cell.year());
        }
    }

    /** A bin as two places see it. */
    private record Slice(Bin bin, Place place, @Nullable Place ofPlace) {}

    /** Cells of a slice that differ in none of this differ in nothing that is asked. */
    private record Likeness(Membership in, Membership part, BigDecimal low, BigDecimal high) {}

    Views(List<Cell> cells) {
        bins = cells.stream().collect(Collectors.groupingBy(Bin::of));
        rows = cells.stream()
                .collect(Collectors.groupingBy(c -> viewOf(c.label()), Collectors.summingLong(Cell::rows)));
    }

    /**
     * What a claim speaks of; the same for all claims that differ in their measure or their words alone. What a COUNT
     * counts are no financings.
     */
    Selection selection(Claim claim) {
        if (claim.measure() == Measure.COUNT) {
            return Selection.of(claim, List.of(), rows.getOrDefault(viewOf(claim.of()), 0L));
        }
        var scope = claim.subject().measuring(Measure.AMOUNT).against(null).counting("");
        return selections.computeIfAbsent(scope, s -> select(claim.about(s)));
    }

    private Selection select(Claim claim) {
        var view = viewOf(claim.of());
        var years = claim.period();
        var cells = Stream.of(Institution.EIB, Institution.EIF)
                .filter(i -> claim.institution() == Institution.GROUP || claim.institution() == i)
                .flatMap(i -> years.years().stream().map(y -> new Bin(view, i, claim.stage(), y)))
                .filter(bins::containsKey)
                .flatMap(
                        b -> slices.computeIfAbsent(new Slice(b, claim.place(), claim.ofPlace()), this::alike).stream())
                .toList();
        return Selection.of(claim, cells, rows.getOrDefault(view, 0L));
    }

    private List<Cell> alike(Slice slice) {
        var part = slice.ofPlace() == null ? Place.WORLD : slice.ofPlace();
        var cells = new LinkedHashMap<Likeness, Cell>();
        for (var cell : bins.getOrDefault(slice.bin(), List.of())) {
            var in = Scope.in(slice.place(), cell);
            if (in != Membership.OUT) {
                var likeness = new Likeness(in, Scope.in(part, cell), cell.lowShare(), cell.highShare());
                cells.merge(likeness, cell, Cell::with);
            }
        }
        return List.copyOf(cells.values());
    }

    private static String viewOf(@Nullable Label label) {
        return label == null ? WITHOUT_LABEL : label.key();
    }
}
