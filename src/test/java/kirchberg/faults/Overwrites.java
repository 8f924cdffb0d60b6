package kirchberg.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kirchberg.domain.release.Address;
import kirchberg.faults.read.Reader;
import kirchberg.faults.read.Watch;
import kirchberg.publish.SmallPortfolio;
import kirchberg.publish.file.TableReader;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.Stores;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;

/**
 * What Spark's own overwrite does to readers: the contrast to a flip. One table, of one path, written over and over.
 */
final class Overwrites {
    private static final int READERS = 4;
    private static final int ROWS = 200;
    private static final int FILES = 4;
    private static final int TEXT = Rejects.TABLE.fields().size() - 1;

    private final Path path;

    Overwrites(Path path) {
        this.path = path;
    }

    /** Overwrites so many times, and tells what the readers saw. */
    Watch.Tally run(int times) throws InterruptedException {
        var even = rows("even");
        var odd = rows("odd");
        overwrite(odd);
        try (var watch = Watch.of(() -> read(new Folder(Stores.open(Address.of(path.toString())), "")), READERS)) {
            for (var time = 0; time < times; time++) {
                overwrite(time % 2 == 0 ? even : odd);
            }
            return watch.end();
        }
    }

    private void overwrite(Dataset<Row> rows) {
        rows.write().mode(SaveMode.Overwrite).parquet(path.toString());
    }

    private static Dataset<Row> rows(String text) {
        var rows = java.util.stream.LongStream.range(0, ROWS)
                .mapToObj(record ->
                        RowFactory.create(SmallPortfolio.SOURCE, "a.csv", record, record, null, "BAD_DATE", null, text))
                .toList();
        return LocalSpark.rows(Rejects.TABLE, rows).repartition(FILES, Financings.RECORD_NUMBER.col());
    }

    /** All files of the path, as any reader of Parquet takes them; which of the two tables they are. */
    private static String read(Folder folder) throws IOException {
        var texts = new HashSet<String>();
        var count = 0L;
        for (var file : files(folder)) {
            try (var reader = new TableReader(folder, file, Rejects.TABLE)) {
                while (reader.hasNext()) {
                    texts.add(reader.next().getString(TEXT));
                    count++;
                }
            }
        }
        return one(texts, count);
    }

    private static List<String> files(Folder folder) {
        return folder.list().stream()
                .map(entry -> entry.name())
                .filter(name -> name.endsWith(".parquet"))
                .toList();
    }

    private static String one(Set<String> texts, long count) throws IOException {
        if (count != ROWS || texts.size() != 1) {
            throw new Reader.Mixed("got " + count + " rows of " + texts + ", expected " + ROWS + " of one");
        }
        return texts.iterator().next();
    }
}
