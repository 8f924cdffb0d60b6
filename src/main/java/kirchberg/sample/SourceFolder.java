package kirchberg.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kirchberg.domain.source.SourceFormat;

/** The bytes of the sample: one CSV file, then the {@code source.yaml} that describes it. */
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
        var sha256 = sha256();
        var file = folder.resolve(format.fileName());
        try (var bytes = new DigestOutputStream(Files.newOutputStream(file), sha256);
                var text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            switch (format) {
                case KIRCHBERG_CSV -> writePortfolio(text, rows);
                case EIB_EXPORT_CSV -> writeExport(text, rows);
            }
        }
        var yaml = SOURCE_YAML.formatted(
                format.source().key(),
                format.institution(),
                format.fileName(),
                Long.toString(Files.size(file)),
                HexFormat.of().formatHex(sha256.digest()));
        Files.writeString(folder.resolve("source.yaml"), yaml, StandardCharsets.UTF_8);
    }

    private static void writePortfolio(BufferedWriter text, Consumer<Consumer<Financing>> rows) throws IOException {
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(SourceFormat.KIRCHBERG_CSV.columns());
        rows.accept(row -> csv.writeRecord(row.portfolioFields()));
        csv.flush();
    }

    private static void writeExport(BufferedWriter text, Consumer<Consumer<Financing>> rows) throws IOException {
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        var total = new AtomicLong();
        csv.writeRecord(SourceFormat.EIB_EXPORT_CSV.columns());
        rows.accept(row -> {
            if (row.isOfEib()) {
                total.addAndGet(row.wholeEuro());
                csv.writeRecord(row.exportFields());
            }
        });
        csv.writeRecord("", "", "", "", "", "", "");
        csv.writeRecord("Total", "", "", "", "", Financing.exportEuro(total.get()), "");
        csv.flush();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
