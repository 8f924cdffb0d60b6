package kirchberg.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.config.Inbox;
import kirchberg.domain.Stage;
import kirchberg.domain.overlap.ListComparison;
import kirchberg.domain.overlap.Overlap;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Source;
import kirchberg.publish.release.Draft;
import kirchberg.table.Financings;
import kirchberg.table.ListedOperations;
import kirchberg.table.PossibleDoubles;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;

/** What only shows when the sources of a job are seen together, added to what their readers noted. */
final class Remarks {
    private static final Table FINANCINGS = Financings.TABLE;
    private static final Table DOUBLES = PossibleDoubles.TABLE;

    /** Files that are named; a folder may hold thousands. */
    private static final int NAMED = 20;

    private final Draft draft;
    private final Inputs inputs;
    private final RejectedRecords rejected;

    /**
     * Begins.
     *
     * @param draft holds all tables but claims, findings and sources
     */
    Remarks(Draft draft, Inputs inputs, RejectedRecords rejected) {
        this.draft = draft;
        this.inputs = inputs;
        this.rejected = rejected;
    }

    List<ControlTotals> addTo(List<ControlTotals> controls) {
        var unlisted = unlisted();
        var doubles = doubles();
        var lists = lists();
        return controls.stream()
                .map(c -> c.with(Stream.of(unlisted, unmatched(c.sourceId()), doubles, lists)
                        .flatMap(remarks -> remarks.getOrDefault(c.sourceId(), List.of()).stream())
                        .toList()))
                .toList();
    }

    /** Somebody may have meant a file that lies in the folder to count. */
    private Map<String, List<String>> unlisted() {
        var remarks = new HashMap<String, List<String>>();
        for (var source : inputs.sources()) {
            var names = Inbox.unlisted(source);
            if (!names.isEmpty()) {
                var shown = names.stream().limit(NAMED).map(Remarks::shown).collect(Collectors.joining(", "));
                remarks.put(
                        source.id(),
                        List.of("not listed in source.yaml, and so not read: " + shown
                                + (names.size() > NAMED ? " and others." : ".")));
            }
        }
        return remarks;
    }

    private static String shown(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
    }

    /** A job that expects ids to match is told if none does: the other source may have none. */
    private Map<String, List<String>> unmatched(String id) {
        var keeps = inputs.precedence().overlaps().stream()
                .filter(o -> o.match() == Overlap.Match.IDS && o.over().equals(id))
                .map(Overlap::keep)
                .toList();
        return keeps.isEmpty() || rejected.superseded(id) > 0
                ? Map.of()
                : Map.of(
                        id,
                        List.of("no record has a contract or operation number that " + String.join(", ", keeps)
                                + " has too, so nothing could be matched; both count."));
    }

    /** A row that is in several pairs may be counted twice once only. */
    private Map<String, List<String>> doubles() {
        var seen = new HashSet<String>();
        var counts = new HashMap<String, Long>();
        var sums = new HashMap<String, BigDecimal>();
        draft.each(DOUBLES, row -> {
            var source = row.getString(DOUBLES.index(PossibleDoubles.OTHER_SOURCE_ID));
            if (seen.add(row.getString(DOUBLES.index(PossibleDoubles.OTHER_FINANCING_ID)))) {
                counts.merge(source, 1L, Long::sum);
                sums.merge(source, row.getDecimal(DOUBLES.index(Financings.AMOUNT_EUR)), BigDecimal::add);
            }
        });
        var remarks = new HashMap<String, List<String>>();
        sums.forEach((source, eur) -> remarks.put(
                source,
                List.of(counts.get(source) + " financings, EUR " + eur.toPlainString()
                        + " in all, look like one of another source and are counted twice if they are; see "
                        + DOUBLES.name() + ".")));
        return remarks;
    }

    /** Compares lists of operations with financings that name theirs, as far as the job has both. */
    private Map<String, List<String>> lists() {
        var remarks = new HashMap<String, List<String>>();
        inputs.sources().stream()
                .filter(s -> s.format().listsOperations())
                .forEach(list ->
                        comparison(list).ifPresent(result -> remarks.put(list.id(), List.of(result.text() + "."))));
        return remarks;
    }

    private Optional<ListComparison.Result> comparison(Source list) {
        var table = ListedOperations.TABLE;
        var listed = new HashMap<String, BigDecimal>();
        draft.each(table, row -> {
            if (row.getString(table.index(Financings.SOURCE_ID)).equals(list.id())) {
                listed.put(
                        row.getString(table.index(Financings.OPERATION_ID)),
                        row.getDecimal(table.index(ListedOperations.SIGNED_AMOUNT_EUR)));
            }
        });
        var comparison = new ListComparison(listed);
        var sums = new OperationSums(comparison);
        draft.each(FINANCINGS, sums::add);
        return sums.end() ? Optional.of(comparison.result()) : Optional.empty();
    }

    /** Sums of signed financings by stated operation id: rows come in the order of operations, one sum at a time. */
    private static final class OperationSums {
        private final ListComparison comparison;
        private final List<BigDecimal> amounts = new ArrayList<>();
        private String current = "";
        private boolean any;

        private OperationSums(ListComparison comparison) {
            this.comparison = comparison;
        }

        private void add(Row row) {
            var id = row.getString(FINANCINGS.index(Financings.OPERATION_ID));
            var stage = row.getString(FINANCINGS.index(Financings.STAGE));
            if (id == null || !stage.equals(Stage.SIGNED.name())) {
                return;
            }
            if (!id.equals(current)) {
                end();
                current = id;
            }
            amounts.add(row.getDecimal(FINANCINGS.index(Financings.AMOUNT_EUR)));
        }

        private boolean end() {
            if (!amounts.isEmpty()) {
                any = true;
                comparison.financed(current, amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
                amounts.clear();
            }
            return any;
        }
    }
}
