package kirchberg.table.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Util;

/** The footer of a Parquet file, as bytes. */
public final class Footer {
    private Footer() {}

    /**
     * The same footer, as long as before, with the encodings of each column in order. The library lists them as they
     * happen to lie in memory, and so would give the same rows other bytes on every run.
     *
     * @throws IOException if the bytes are no footer
     */
    public static byte[] inOrder(byte[] footer) throws IOException {
        var file = Util.readFileMetaData(new ByteArrayInputStream(footer));
        file.getRow_groups().forEach(group -> group.getColumns().forEach(column -> sort(column.getMeta_data())));
        var bytes = new ByteArrayOutputStream(footer.length);
        Util.writeFileMetaData(file, bytes);
        return bytes.toByteArray();
    }

    private static void sort(ColumnMetaData column) {
        var encodings = new ArrayList<>(column.getEncodings());
        encodings.sort(Comparator.naturalOrder());
        column.setEncodings(encodings);
        if (column.isSetEncoding_stats()) {
            var pages = new ArrayList<>(column.getEncoding_stats());
            pages.sort(Comparator.naturalOrder());
            column.setEncoding_stats(pages);
        }
    }
}
