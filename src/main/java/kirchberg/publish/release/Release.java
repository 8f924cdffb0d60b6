package kirchberg.publish.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kirchberg.publish.file.TableFiles;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Store;
import kirchberg.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A published release: never changed.
 *
 * @param folder where it lies
 */
public record Release(String runId, Folder folder, Map<String, Object> manifest) {

    /** The release that a pointer names, if its manifest is the one that was published. */
    public static Release at(Store store, Pointer pointer) {
        return sealed(new Folder(store, Root.RELEASES).child(pointer.run()), pointer.run(), pointer.manifestSha256());
    }

    /** The release of a folder, if its manifest has this digest. */
    static Release sealed(Folder folder, String run, String manifestSha256) {
        return new Release(run, folder, Manifest.read(folder, manifestSha256));
    }

    /** A release that was kept for ever, if there is one of that id and its pin says what its manifest was. */
    public static Optional<Release> pinned(Store store, String runId) {
        var releases = new Folder(store, Root.RELEASES);
        return releases.readIfAny(runId + Root.PIN)
                .map(bytes -> JsonFile.tree(releases.shown(runId + Root.PIN), bytes)
                        .path("manifest_sha256")
                        .asText())
                .filter(sha256 -> !sha256.isEmpty())
                .map(sha256 -> sealed(releases.child(runId), runId, sha256));
    }

    /** Digest of its manifest. */
    public String manifestSha256() {
        return folder.sha256(Manifest.NAME);
    }

    /** Looks at every byte and every figure once more. */
    public Verified verify() {
        return Inspection.of(this);
    }

    /** Its folder as people write it. */
    public String shown() {
        return folder.shown("");
    }

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
                        .collect(Collectors.toMap(e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue())))
                : Map.of();
    }

    /** All rows of a table, in the order of its key, read without Spark; a column that it lacks is null. */
    public List<Row> rows(Table table) {
        return TableFiles.published(folder, table);
    }

    /** The same of a table that earlier versions of the program did not write: then none. */
    public List<Row> rowsIfAny(Table table) {
        var lacks = manifest.get("tables") instanceof Map<?, ?> tables && !tables.containsKey(table.name());
        return lacks ? List.of() : rows(table);
    }

    public Dataset<Row> open(SparkSession spark, Table table) {
        return TableFiles.open(spark, folder, TableFiles.data(table), table);
    }
}
