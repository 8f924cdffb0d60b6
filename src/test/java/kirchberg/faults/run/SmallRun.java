package kirchberg.faults.run;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Facts;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;
import kirchberg.publish.Publishing;
import kirchberg.publish.SmallPortfolio;
import kirchberg.publish.file.TableFiles;
import kirchberg.publish.release.Draft;
import kirchberg.publish.release.Root;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.Stores;
import kirchberg.table.Claims;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;
import kirchberg.table.ReleaseTables;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The run of a job whose tables are known already: every step of the real one, in its order, without Spark. */
public final class SmallRun {
    private static final int REJECTED_TEXT = Rejects.TABLE.fields().size() - 1;

    private static final int KEPT = 1000;
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final Map<Table, List<Row>> tables = new HashMap<>();

    private SmallRun() {}

    /** Writes the tables down, once; adds them up with Spark. */
    public static Path prepare(Path folder) {
        var files = folder(folder);
        SmallPortfolio.tables().forEach((table, rows) -> TableFiles.write(files, table, rows));
        return folder;
    }

    private static Folder folder(Path folder) {
        return new Folder(Stores.open(Address.of(folder.toString())), "");
    }

    /** A run on the tables that were written down. */
    public static SmallRun on(Path prepared) {
        var run = new SmallRun();
        var files = folder(prepared);
        ReleaseTables.ALL.forEach(table -> run.tables.put(table, TableFiles.rows(files, table, Integer.MAX_VALUE)));
        return run;
    }

    /**
     * Publishes one release, or fails as the real run does.
     *
     * @param key said on its page and in a table, so that no two releases have the same files
     * @return its run id
     */
    public String publish(Address address, Terms terms, String key) {
        try (var root = Publishing.open(address, terms)) {
            return publish(root, key);
        }
    }

    /** The same at a root that is open. */
    public String publish(Root root, String key) {
        root.at(Step.INPUTS);
        root.current();
        var draft = root.begin();
        try {
            var run = publish(draft, key);
            root.afterwards(Step.TELL, () -> {});
            root.afterwards(Step.RETAIN, () -> root.retain(KEPT, KEPT_FOR));
            return run;
        } catch (Stop stop) {
            draft.fail("a step", stop);
            throw stop;
        } catch (RuntimeException e) {
            var stop = new Stop(Exit.INTERNAL, "Cannot finish a step: got " + e, "Run again.", e);
            draft.fail("a step", stop);
            throw stop;
        }
    }

    private String publish(Draft draft, String key) {
        fill(draft, key);
        draft.verify(List.of(SmallPortfolio.control()));
        draft.at(Step.REPORT);
        draft.page(
                "index.html", ("<!DOCTYPE html><title>Release " + key + "</title>").getBytes(StandardCharsets.UTF_8));
        return draft.publish(facts(key)).runId();
    }

    /** All tables, in the steps that write them. */
    public void fill(Draft draft, String key) {
        draft.at(Step.READ);
        try (var sink = draft.stage(Rejects.TABLE)) {
            rejects(key).forEach(sink);
        }
        draft.at(Step.REJECTS);
        draft.write(Rejects.TABLE, rejects(key));
        write(draft, Financings.TABLE);
        draft.at(Step.COMPUTE);
        var last = List.of(Claims.TABLE);
        ReleaseTables.ALL.stream()
                .filter(table -> !List.of(Rejects.TABLE, Financings.TABLE).contains(table) && !last.contains(table))
                .forEach(table -> write(draft, table));
        draft.at(Step.TABLES);
        last.forEach(table -> write(draft, table));
    }

    private void write(Draft draft, Table table) {
        draft.write(table, rows(table));
    }

    private List<Row> rows(Table table) {
        return tables.getOrDefault(table, List.of());
    }

    private List<Row> rejects(String key) {
        return rows(Rejects.TABLE).stream().map(row -> named(row, key)).toList();
    }

    private static Row named(Row row, String key) {
        var values = new Object[row.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = i == REJECTED_TEXT ? "Release " + key : row.get(i);
        }
        return RowFactory.create(values);
    }

    public static Facts facts(String key) {
        return new Facts(
                Instant.parse("2026-11-24T03:30:00Z"),
                LocalDate.of(2026, 11, 24),
                true,
                key,
                "data of " + key,
                List.of(),
                Map.of("job", "00"),
                Map.of("HOLDS", 3L),
                Map.of("spark", "none"),
                0,
                Map.of("read", new BigDecimal("1.5")));
    }
}
