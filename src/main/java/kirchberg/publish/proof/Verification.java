package kirchberg.publish.proof;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Audit;
import kirchberg.domain.release.TableDigest;
import kirchberg.domain.source.Accounting;
import kirchberg.domain.source.Accounting.Shared;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.RejectReason;
import kirchberg.publish.file.TableCopy;
import kirchberg.publish.file.TableFault;
import kirchberg.publish.file.TableFiles;
import kirchberg.publish.file.TableReader;
import kirchberg.publish.store.Folder;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.ListedOperations;
import kirchberg.table.Neighbours;
import kirchberg.table.Operations;
import kirchberg.table.PossibleDoubles;
import kirchberg.table.Rejects;
import kirchberg.table.Sources;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads every table of a draft back from disk and makes every figure once more, in plain Java. */
public final class Verification {
    private static final int SOURCE = Financings.TABLE.index(Financings.SOURCE_ID);
    private static final int AMOUNT = Financings.TABLE.index(Financings.AMOUNT_EUR);
    private static final int REPEAT = Financings.TABLE.index(Financings.REPEAT_NUMBER);
    private static final int LISTED_SOURCE = ListedOperations.TABLE.index(Financings.SOURCE_ID);
    private static final int LISTED_AMOUNT = ListedOperations.TABLE.index(ListedOperations.SIGNED_AMOUNT_EUR);
    private static final int REJECT_SOURCE = Rejects.TABLE.index(Financings.SOURCE_ID);
    private static final int REJECT_REASON = Rejects.TABLE.index(Financings.REASON);
    private static final int REJECT_AMOUNT = Rejects.TABLE.index(Rejects.AMOUNT_EUR);

    private final Folder draft;
    private final boolean isPublished;
    private final SortedMap<String, TableDigest> tables = new ConcurrentSkipListMap<>();
    private final SortedMap<String, Long> checks = new ConcurrentSkipListMap<>();
    private final SortedMap<String, Long> reasons = new TreeMap<>();
    private final Map<String, Sum> published = new HashMap<>();
    private final Map<String, Sum> rejected = new HashMap<>();
    private final Map<String, Sum> superseded = new HashMap<>();
    private final DoublesProof doubles = new DoublesProof();
    private final OpenLabels openLabels = new OpenLabels();
    private long repeatedRows;

    /** Rows of a source, the sum of their amounts, and how many amounts cannot be read. */
    private record Sum(long rows, BigDecimal eur, long unreadable) {
        private static final Sum NONE = new Sum(0, BigDecimal.ZERO, 0);

        private Sum with(@Nullable BigDecimal amount) {
            return amount == null
                    ? new Sum(rows + 1, eur, unreadable + 1)
                    : new Sum(rows + 1, eur.add(amount), unreadable);
        }
    }

    private Verification(Folder folder, boolean isPublished) {
        this.draft = folder;
        this.isPublished = isPublished;
    }

    /** The proof of a draft that has all tables; writes their CSV copies on the way. */
    public static Verification ofDraft(Folder draft) {
        return new Verification(draft, false);
    }

    /** The same proof once more, of a release: writes nothing. */
    public static Verification ofRelease(Folder release) {
        return new Verification(release, true);
    }

    /** The whole proof; the first difference stops it. */
    public Audit run(List<ControlTotals> controls) {
        var figures = CompletableFuture.runAsync(this::figures);
        copy(Rejects.TABLE, this::reject);
        checks.put(PossibleDoubles.TABLE.name(), copy(PossibleDoubles.TABLE, doubles::pair));
        copy(ListedOperations.TABLE, row -> publish(row.getString(LISTED_SOURCE), row.getDecimal(LISTED_AMOUNT)));
        portfolio();
        join(figures);
        var accounting = controls.stream().map(this::account).toList();
        checks.put(Sources.TABLE.name(), copy(Sources.TABLE, row -> {}));
        checkSources();
        return new Audit(
                accounting, tables, TableCopy.combined(tables), repeatedRows, openLabels.list(), reasons, checks);
    }

    /** Ends when the other half of the proof has ended, with its fault if it found one. */
    private static void join(CompletableFuture<Void> half) {
        try {
            half.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Stop stop ? stop : e;
        }
    }

    private void portfolio() {
        var totals = new TotalsProof();
        try (var reader = new TableReader(draft, TableFiles.data(Operations.TABLE), Operations.TABLE)) {
            var operations = new OperationsProof(reader);
            copy(Financings.TABLE, row -> {
                financing(row);
                operations.accept(row);
                totals.accept(row);
                doubles.accept(row);
            });
            operations.complete();
            doubles.complete();
        }
        checks.put(Operations.TABLE.name(), copy(Operations.TABLE, row -> {}));
        for (var table : totals.tables()) {
            checks.put(table.table().name(), copy(table.table(), table::compare));
            table.complete();
        }
    }

    private void figures() {
        var evidence = new EvidenceProof();
        copy(Claims.TABLE, evidence::claim);
        copy(Contributions.TABLE, evidence::contribution);
        copy(Findings.TABLE, evidence::finding);
        copy(Neighbours.TABLE, row -> {});
        checks.put(Findings.TABLE.name(), evidence.complete());
    }

    private long copy(Table table, Consumer<Row> rows) {
        var digest = isPublished ? TableCopy.again(draft, table, rows) : TableCopy.of(draft, table, rows);
        tables.put(table.name(), digest);
        return digest.rows();
    }

    private void financing(Row row) {
        openLabels.accept(row);
        if (row.getInt(REPEAT) > 1) {
            repeatedRows++;
        }
        publish(row.getString(SOURCE), row.getDecimal(AMOUNT));
    }

    private void publish(String source, BigDecimal amount) {
        published.merge(source, Sum.NONE.with(amount), (sum, one) -> sum.with(one.eur));
    }

    private void reject(Row row) {
        var reason = row.getString(REJECT_REASON);
        reasons.merge(reason, 1L, Long::sum);
        add(rejected, row);
        if (reason.equals(RejectReason.SUPERSEDED.name())) {
            add(superseded, row);
        }
    }

    private static void add(Map<String, Sum> sums, Row reject) {
        var source = reject.getString(REJECT_SOURCE);
        sums.put(source, sums.getOrDefault(source, Sum.NONE).with(reject.getDecimal(REJECT_AMOUNT)));
    }

    private Accounting account(ControlTotals control) {
        var good = Objects.requireNonNullElse(published.remove(control.sourceId()), Sum.NONE);
        var bad = Objects.requireNonNullElse(rejected.remove(control.sourceId()), Sum.NONE);
        var accounting = new Accounting(
                control, good.rows, good.eur, bad.rows, bad.eur, bad.unreadable, shared(control.sourceId()));
        if (!accounting.balances()) {
            throw TableFault.broken(
                    Financings.TABLE,
                    "records of source " + control.sourceId() + " were lost or doubled, got " + good.rows
                            + " published and " + bad.rows + " rejected with " + good.eur + " and " + bad.eur
                            + " EUR and " + bad.unreadable + " unreadable amounts, expected " + control);
        }
        return accounting;
    }

    private Shared shared(String source) {
        var counted = superseded.getOrDefault(source, Sum.NONE);
        var possible = doubles.of(source);
        return new Shared(counted.rows, counted.eur, possible.possibleDoubles(), possible.possibleDoublesEur());
    }

    private void checkSources() {
        published.putAll(rejected);
        if (!published.isEmpty()) {
            throw TableFault.broken(
                    Financings.TABLE,
                    "rows of an unknown source, got " + published.keySet() + ", expected only sources with totals");
        }
    }
}
