package kirchberg.table.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;

final class FooterTest {
    @Test
    void encodings_in_any_order_give_the_same_bytes() throws IOException {
        var one = footer(Encoding.PLAIN, Encoding.RLE, Encoding.RLE_DICTIONARY);
        var other = footer(Encoding.RLE_DICTIONARY, Encoding.PLAIN, Encoding.RLE);

        assertThat(other).isNotEqualTo(one);
        assertThat(Footer.inOrder(other)).isEqualTo(Footer.inOrder(one)).hasSameSizeAs(other);
    }

    @Test
    void nothing_but_the_order_changes() throws IOException {
        var ordered = Util.readFileMetaData(
                new ByteArrayInputStream(Footer.inOrder(footer(Encoding.RLE_DICTIONARY, Encoding.PLAIN))));
        var column = ordered.getRow_groups().get(0).getColumns().get(0).getMeta_data();

        assertThat(column.getEncodings()).containsExactly(Encoding.PLAIN, Encoding.RLE_DICTIONARY);
        assertThat(column.getEncoding_stats().stream().map(PageEncodingStats::getCount))
                .containsExactlyInAnyOrder(0, 8);
        assertThat(column.getData_page_offset()).isEqualTo(4);
        assertThat(ordered.getNum_rows()).isEqualTo(7);
    }

    @Test
    void what_is_no_footer_is_said_to_be_none() {
        assertThatThrownBy(() -> Footer.inOrder(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }

    private static byte[] footer(Encoding... encodings) throws IOException {
        var column = new ColumnMetaData(
                Type.INT64, List.of(encodings), List.of("amount_eur"), CompressionCodec.ZSTD, 7, 56, 56, 4);
        for (var encoding : encodings) {
            column.addToEncoding_stats(new PageEncodingStats(PageType.DATA_PAGE, encoding, encoding.getValue()));
        }
        var chunk = new ColumnChunk(4);
        chunk.setMeta_data(column);
        var group = new RowGroup(List.of(chunk), 56, 7);
        var bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(new FileMetaData(1, List.of(new SchemaElement("portfolio")), 7, List.of(group)), bytes);
        return bytes.toByteArray();
    }
}
