package kirchberg.publish.release;

import java.util.List;
import java.util.function.Consumer;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Audit;
import kirchberg.domain.release.Facts;
import kirchberg.domain.release.Redaction;
import kirchberg.domain.release.Step;
import kirchberg.domain.source.ControlTotals;
import kirchberg.publish.file.TableFiles;
import kirchberg.publish.file.TableReader;
import kirchberg.publish.proof.Verification;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A release under way, in a folder that no reader lists. Tables are written, then verified, then published. */
public final class Draft {
    private final Root root;
    private final Pointer plan;
    private final Folder folder;
    private @Nullable Audit audit;

    Draft(Root root, Pointer plan, Folder folder) {
        this.root = root;
        this.plan = plan;
        this.folder = folder;
        folder.privateFolder(TableFiles.STAGING);
    }

    public String runId() {
        return plan.run();
    }

    /** Its folder as people write it. */
    public String shown() {
        return folder.shown("");
    }

    /** A step of the run begins. */
    public void at(Step step) {
        root.at(step);
    }

    /** Opens a table that is needed only while the release is made. */
    public TableSink stage(Table table) {
        return new TableSink(folder.child(staging(table)), table);
    }

    /** What was staged. */
    public Dataset<Row> staged(SparkSession spark, Table table) {
        return TableFiles.open(spark, folder, staging(table), table);
    }

    private static String staging(Table table) {
        return TableFiles.STAGING + "/" + table.name();
    }

    /** Writes a table, sorted by its key, as one file: exactly one Spark action. */
    public void write(Table table, Dataset<Row> rows) {
        TableFiles.write(folder, table, rows);
    }

    /** Writes a table, sorted by its key, without Spark. */
    public void write(Table table, List<Row> rows) {
        TableFiles.write(folder, table, rows);
    }

    /** Adds a page to the report of this release. */
    public void page(String name, byte[] bytes) {
        folder.create("report/" + name, bytes);
    }

    /** A table that was written. */
    public Dataset<Row> open(SparkSession spark, Table table) {
        return TableFiles.open(spark, folder, TableFiles.data(table), table);
    }

    /** All rows of a table that was written, in the order of its key, read without Spark. */
    public List<Row> rows(Table table) {
        return rows(table, Integer.MAX_VALUE);
    }

    /** The first rows of such a table. */
    public List<Row> rows(Table table, int most) {
        return TableFiles.rows(folder, table, most);
    }

    /** Hands on each row of such a table, in bounded memory. */
    public void each(Table table, Consumer<Row> rows) {
        try (var reader = new TableReader(folder, TableFiles.data(table), table)) {
            reader.forEachRemaining(rows);
        }
    }

    /** Rows of a table that was written, as its footer counts them. */
    public long rowCount(Table table) {
        return TableFiles.count(folder, table);
    }

    /**
     * Reads all tables back from their store, recomputes every figure, and writes the CSV copies.
     *
     * @param controls what the readers counted, one per source
     * @throws Stop INTERNAL if a figure differs, be it by a cent; STORE if a file is torn
     */
    public Audit verify(List<ControlTotals> controls) {
        at(Step.VERIFY);
        var found = Verification.ofDraft(folder).run(controls);
        audit = found;
        return found;
    }

    /**
     * Seals the verified draft and swaps it in.
     *
     * @throws Stop LOCKED if CURRENT was moved meanwhile, STORE if the old release stays, UNKNOWN if nobody can tell
     */
    public Release publish(Facts facts) {
        var pointer = plan.sealed(seal(facts), facts.at());
        root.swap(pointer);
        return Release.at(folder.store(), pointer);
    }

    /**
     * Seals the verified draft and keeps it for ever, but points no reader to it: of a day before that of the standing
     * release. A rollback to it can adopt it.
     */
    public Release shelve(Facts facts) {
        var sha256 = seal(facts);
        root.pin(runId(), sha256);
        return Release.sealed(folder, runId(), sha256);
    }

    private String seal(Facts facts) {
        var proven = audit;
        if (proven == null) {
            throw new IllegalStateException("Cannot publish run " + runId() + ": it was not verified");
        }
        at(Step.MANIFEST);
        folder.delete(TableFiles.STAGING);
        DataPackage.write(folder, facts, proven);
        return Manifest.seal(folder, plan, facts, proven);
    }

    /**
     * Leaves a note that the run failed, if the store still takes it, and drops what was only staged. A sealed release
     * is never touched: whatever failed came after it.
     *
     * @param step that failed, for people
     */
    public void fail(String step, Stop stop) {
        try {
            if (!Manifest.isSealed(folder)) {
                folder.create("FAILED.json", note(step, stop));
                folder.delete(TableFiles.STAGING);
            }
        } catch (Stop unwritten) {
            stop.addSuppressed(unwritten);
        }
    }

    private static byte[] note(String step, Stop stop) {
        return JsonFile.bytes(JsonFile.MAPPER
                .createObjectNode()
                .put("step", step)
                .put("exit", stop.exit().name())
                .put("code", stop.exit().code())
                .put("message", Redaction.BY_SHAPE.redacted(String.valueOf(stop.getMessage())))
                .put("hint", stop.hint()));
    }
}
