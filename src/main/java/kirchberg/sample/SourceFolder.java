package kirchberg.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kirchberg.domain.source.SourceFormat;
import kirchberg.table.Portfolio;
import kirchberg.table.parquet.Footer;
import kirchberg.table.parquet.RowWriter;
import org.apache.parquet.io.LocalOutputFile;

/** The bytes of the sample: one file, then the {@code source.yaml} that describes it. */
final class SourceFolder {
    private static final String SOURCE_YAML = """
            synthetic: true
            publisher: kirchberg
            dataset: Synthetic sample portfolio
            format: %s
            institution: %s
            currency: EUR
            published: 2026-01-31
            accessed: 2026-02-01
            licence: CC0-1.0
            url: ""
            files:
              - {name: %s, bytes: %s, sha256: "%s"}
            covers: {stage: SIGNED, place: WORLD, from: 2021-01-01, to: 2025-12-31, complete: true}
            """;

    private final Path folder;

    SourceFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes what {@code rows} hands to the consumer that it is given. */
    void write(Sampling.Format format, Consumer<Consumer<Financing>> rows) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(format.fileName());
        switch (format) {
            case KIRCHBERG_CSV -> writeCsv(file, LineDelimiter.LF, csv -> portfolio(rows, csv));
            case EIB_EXPORT_CSV -> writeCsv(file, LineDelimiter.CRLF, csv -> export(rows, csv));
            case KIRCHBERG_PARQUET -> writeParquet(file, rows);
            case EIB_EXPORT_XLSX -> writeWorkbook(file, rows);
        }
        var yaml = SOURCE_YAML.formatted(
                format.source().key(),
                format.institution(),
                format.fileName(),
                Long.toString(Files.size(file)),
                sha256(file));
        Files.writeString(folder.resolve("source.yaml"), yaml, StandardCharsets.UTF_8);
    }

    private static void portfolio(Consumer<Consumer<Financing>> rows, Consumer<List<String>> lines) {
        lines.accept(SourceFormat.KIRCHBERG_CSV.columns());
        rows.accept(row -> lines.accept(row.portfolioFields()));
    }

    private static void export(Consumer<Consumer<Financing>> rows, Consumer<List<String>> lines) {
        var total = new AtomicLong();
        lines.accept(SourceFormat.EIB_EXPORT_CSV.columns());
        rows.accept(row -> {
            if (row.isOfEib()) {
                total.addAndGet(row.wholeEuro());
                lines.accept(row.exportFields());
            }
        });
        lines.accept(List.of("", "", "", "", "", "", ""));
        lines.accept(List.of("Total", "", "", "", "", Financing.exportEuro(total.get()), ""));
    }

    private static void writeCsv(Path file, LineDelimiter delimiter, Consumer<Consumer<List<String>>> content)
            throws IOException {
        try (var csv = CsvWriter.builder().lineDelimiter(delimiter).build(file, StandardCharsets.UTF_8)) {
            content.accept(csv::writeRecord);
        }
    }

    private static void writeParquet(Path file, Consumer<Consumer<Financing>> rows) throws IOException {
        try (var parquet = new RowWriter(new LocalOutputFile(file), Portfolio.TABLE)) {
            rows.accept(row -> {
                try {
                    parquet.write(row.portfolioRow());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        orderFooter(file);
    }

    /** At the end of the file stand the footer, its length in four bytes, the lowest first, and four letters. */
    private static void orderFooter(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - 8);
            var footer = new byte[Integer.reverseBytes(bytes.readInt())];
            var begin = bytes.length() - 8 - footer.length;
            bytes.seek(begin);
            bytes.readFully(footer);
            bytes.seek(begin);
            bytes.write(Footer.inOrder(footer));
        }
    }

    private static void writeWorkbook(Path file, Consumer<Consumer<Financing>> rows) throws IOException {
        try (var sheet = new ExportSheet(file)) {
            export(rows, sheet);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file);
                var hashed =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(hashed);
            return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
