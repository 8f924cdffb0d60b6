package kirchberg.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Nearest;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Audit;
import kirchberg.domain.release.Facts;
import kirchberg.domain.source.ControlTotals;
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
import kirchberg.table.Totals;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A root of releases. Readers go by {@code CURRENT}: they see the old release or the new one, whole. One run at a time
 * holds the lock, fills a folder that no reader lists, has it proven, and swaps it in.
 */
public final class Publishing {
    /** The tables of a release. */
    public static final List<Table> TABLES = Stream.concat(
                    Stream.of(
                            Financings.TABLE,
                            Operations.TABLE,
                            ListedOperations.TABLE,
                            Claims.TABLE,
                            Findings.TABLE,
                            Neighbours.TABLE,
                            Contributions.TABLE,
                            PossibleDoubles.TABLE,
                            Rejects.TABLE,
                            Sources.TABLE),
                    Totals.TABLES.stream())
            .toList();

    private Publishing() {}

    /**
     * Opens a root for a run and takes its lock.
     *
     * @param root a local path or a file: URI; made if missing
     * @throws Stop USAGE for another kind of root, LOCKED if another run holds it, STORE for a fault of the disk
     */
    public static Root open(String root) {
        var folder = Disk.folders(Disk.local(root));
        Disk.folders(folder.resolve("releases"));
        return new Root(folder, Disk.lock(folder.resolve("LOCK")), false);
    }

    /** A root outside all others, for a dry run: it is removed when it is closed. */
    public static Root scratch() {
        var folder = Disk.temporary();
        Disk.folders(folder.resolve("releases"));
        return new Root(folder, Disk.lock(folder.resolve("LOCK")), true);
    }

    /**
     * What stands at a root, and what became of the last run; takes no lock.
     *
     * @throws Stop INPUT if there is no release, STORE if it is not as published
     */
    public static Status status(String root) {
        return Standing.of(Disk.local(root), release(root));
    }

    /**
     * The release that readers see; takes no lock.
     *
     * @throws Stop INPUT if there is none, STORE if it is not as published
     */
    public static Release release(String root) {
        return current(Disk.local(root))
                .orElseThrow(() -> new Stop(
                        Exit.INPUT,
                        "Cannot read a release: there is no release at " + root + ", expected a folder with a CURRENT",
                        "Name the output folder of a job that was run."));
    }

    /**
     * A release that was published at a root, standing or earlier; takes no lock.
     *
     * @throws Stop INPUT if there is no release at the root, USAGE if it never had such a run, STORE if the release is
     *     gone or is not as published
     */
    public static Release release(String root, String runId) {
        var standing = release(root);
        if (standing.runId().equals(runId)) {
            return standing;
        }
        var folder = Disk.local(root);
        var published = Pointer.published(folder);
        return published.stream()
                .filter(p -> p.run().equals(runId))
                .findFirst()
                .map(p -> at(folder, p))
                .orElseThrow(() -> unknown(
                        root, runId, published.stream().map(Pointer::run).toList()));
    }

    /** The release that readers see, if the folder is a root that has one; STORE if it is not as published. */
    public static Optional<Release> standing(String root) {
        return current(Disk.local(root));
    }

    private static Stop unknown(String root, String runId, List<String> runs) {
        return new Stop(
                Exit.USAGE,
                "Cannot read a release: " + root + " has published no run of that id, got " + runId
                        + ", expected one of its " + runs.size(),
                Nearest.to(runId, runs)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("The newest is " + runs.get(runs.size() - 1) + "; all are folders of " + root
                                + "/releases."));
    }

    private static Optional<Release> current(Path root) {
        return Pointer.read(root).map(p -> at(root, p));
    }

    private static Release at(Path root, Pointer pointer) {
        var folder = root.resolve("releases").resolve(pointer.run());
        return new Release(pointer.run(), folder, Manifest.read(folder, pointer));
    }

    /** What stands at a root: for people, and as one JSON object. */
    public record Status(String text, String json) {}

    /** A root under lock, until it is closed. */
    public static final class Root implements AutoCloseable {
        private final Path folder;
        private final FileChannel lock;
        private final boolean isScratch;

        private Root(Path folder, FileChannel lock, boolean isScratch) {
            this.folder = folder;
            this.lock = lock;
            this.isScratch = isScratch;
        }

        /** The standing release, if any; STORE if it is not as published. */
        public Optional<Release> current() {
            return Publishing.current(folder);
        }

        /**
         * Begins the next release in a new folder.
         *
         * @param randomHex at least 8 hexadecimal digits, new for every run; the first 8 become part of the run id
         */
        public Draft begin(String randomHex) {
            return new Draft(folder, Pointer.plan(folder, randomHex));
        }

        /** Gives the lock back. */
        @Override
        public void close() {
            try {
                lock.close();
                if (isScratch) {
                    Disk.delete(folder);
                }
            } catch (IOException e) {
                throw Disk.fault("unlock", folder, e);
            }
        }
    }

    /** A published release: never changed. */
    public record Release(String runId, Path folder, Map<String, Object> manifest) {

        /** Digest of all tables: equal for equal contents. */
        public String contentDigest() {
            return String.valueOf(manifest.get("content_digest"));
        }

        /** Idempotence key of the run. */
        public String key() {
            return String.valueOf(manifest.get("key"));
        }

        /** Digest of what the run was made from but the names and days of its vintages; empty in older releases. */
        public String dataKey() {
            return String.valueOf(manifest.getOrDefault("data_key", ""));
        }

        /** Digests of the configuration, by name. */
        public Map<String, String> configDigests() {
            return manifest.get("config_digests") instanceof Map<?, ?> digests
                    ? digests.entrySet().stream()
                            .collect(Collectors.toMap(
                                    e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue())))
                    : Map.of();
        }

        /** All rows of a table, in the order of its key, read without Spark; a column that it lacks is null. */
        public List<Row> rows(Table table) {
            return TableFiles.published(TableFiles.data(folder, table), table);
        }

        /** The same of a table that earlier versions of the program did not write: then none. */
        public List<Row> rowsIfAny(Table table) {
            var lacks = manifest.get("tables") instanceof Map<?, ?> tables && !tables.containsKey(table.name());
            return lacks ? List.of() : rows(table);
        }

        public Dataset<Row> open(SparkSession spark, Table table) {
            return TableFiles.open(spark, TableFiles.data(folder, table), table);
        }
    }

    /** Streams rows to disk, in bounded memory: into files of a few thousand rows, so that Spark can share them out. */
    public static final class TableSink implements Consumer<Row>, AutoCloseable {
        private static final int ROWS_PER_FILE = 8192;

        private final Path folder;
        private final Table table;
        private TableFiles.Writer writer;
        private int files;
        private int rows;

        private TableSink(Path folder, Table table) {
            this.folder = Disk.newPrivateFolder(folder);
            this.table = table;
            this.writer = next();
        }

        @Override
        public void accept(Row row) {
            if (rows == ROWS_PER_FILE) {
                writer.close();
                writer = next();
            }
            writer.accept(row);
            rows++;
        }

        private TableFiles.Writer next() {
            rows = 0;
            return new TableFiles.Writer(folder.resolve("part-" + files++ + ".parquet"), table);
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    /** A release under way, in a folder that no reader lists. Tables are written, then verified, then published. */
    public static final class Draft {
        private final Path root;
        private final Pointer plan;
        private final Path folder;
        private @Nullable Audit audit;

        private Draft(Path root, Pointer plan) {
            this.root = root;
            this.plan = plan;
            this.folder = Disk.newFolder(root.resolve("releases").resolve(plan.run()));
            List.of("data", "csv", "report").forEach(name -> Disk.newFolder(folder.resolve(name)));
            Disk.newPrivateFolder(folder.resolve(TableFiles.STAGING));
        }

        public String runId() {
            return plan.run();
        }

        public Path folder() {
            return folder;
        }

        /** Where the report of this release belongs. */
        public Path reportFolder() {
            return folder.resolve("report");
        }

        /** Opens a table that is needed only while the release is made. */
        public TableSink stage(Table table) {
            return new TableSink(staging(table), table);
        }

        /** What was staged. */
        public Dataset<Row> staged(SparkSession spark, Table table) {
            return TableFiles.open(spark, staging(table), table);
        }

        private Path staging(Table table) {
            return folder.resolve(TableFiles.STAGING).resolve(table.name());
        }

        /** Writes a table, sorted by its key, as one file: exactly one Spark action. */
        public void write(Table table, Dataset<Row> rows) {
            TableFiles.write(TableFiles.data(folder, table), table, rows);
        }

        /** Writes a table, sorted by its key, without Spark. */
        public void write(Table table, List<Row> rows) {
            TableFiles.write(TableFiles.data(folder, table), table, rows);
        }

        /** A table that was written. */
        public Dataset<Row> open(SparkSession spark, Table table) {
            return TableFiles.open(spark, TableFiles.data(folder, table), table);
        }

        /** All rows of a table that was written, in the order of its key, read without Spark. */
        public List<Row> rows(Table table) {
            return rows(table, Integer.MAX_VALUE);
        }

        /** The first rows of such a table. */
        public List<Row> rows(Table table, int most) {
            return TableFiles.rows(TableFiles.data(folder, table), table, most);
        }

        /** Hands on each row of such a table, in bounded memory. */
        public void each(Table table, Consumer<Row> rows) {
            try (var reader = new TableFiles.Reader(TableFiles.data(folder, table), table)) {
                reader.forEachRemaining(rows);
            }
        }

        /** Rows of a table that was written, as its footer counts them. */
        public long rowCount(Table table) {
            return TableFiles.count(TableFiles.data(folder, table), table);
        }

        /**
         * Reads all tables back from disk, recomputes every figure, and writes the CSV copies.
         *
         * @param controls what the readers counted, one per source
         * @throws Stop INTERNAL if a figure differs, be it by a cent; STORE if a file is torn
         */
        public Audit verify(List<ControlTotals> controls) {
            var found = new Verification(folder).run(controls);
            audit = found;
            return found;
        }

        /**
         * Seals the verified draft and swaps it in.
         *
         * @throws Stop LOCKED if CURRENT was moved meanwhile, STORE if the old release stays, UNKNOWN if nobody can
         *     tell
         */
        public Release publish(Facts facts) {
            var proven = audit;
            if (proven == null) {
                throw new IllegalStateException("Cannot publish run " + runId() + ": it was not verified");
            }
            Disk.delete(folder.resolve(TableFiles.STAGING));
            DataPackage.write(folder, facts, proven);
            plan.sealed(Manifest.seal(folder, plan, facts, proven), facts.at()).swap(root);
            return Publishing.current(root).orElseThrow();
        }

        /**
         * Leaves a note that the run failed, if the disk still takes it, and drops what was only staged. A sealed
         * release is never touched: whatever failed came after it.
         */
        public void fail(String step, Stop stop) {
            if (Manifest.isSealed(folder)) {
                return;
            }
            Manifest.fail(folder, step, stop);
            try {
                Disk.delete(folder.resolve(TableFiles.STAGING));
            } catch (Stop undeleted) {
                stop.addSuppressed(undeleted);
            }
        }
    }
}
