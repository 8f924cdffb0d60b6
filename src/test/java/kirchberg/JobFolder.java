package kirchberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A job with one source in a temporary folder, as a user would lay it out. */
final class JobFolder {
    static final Path PROJECT = Path.of("").toAbsolutePath();
    static final String EXPORT_HEADER =
            "Name,Region,Country or Territory,Sector,Signature Date,Signed Amount,Description\n";

    private final Path folder;
    private final String vintage;
    private String sourceFormat = "eib-export-csv";
    private String institution = "EIB";
    private boolean complete;

    JobFolder(Path folder) {
        this(folder, "2025-11-30");
    }

    /** With its source in a folder of another name, so that several may lie side by side. */
    JobFolder(Path folder, String vintage) {
        this.folder = folder;
        this.vintage = vintage;
    }

    JobFolder complete() {
        complete = true;
        return this;
    }

    JobFolder canonical() {
        sourceFormat = "kirchberg-csv";
        institution = "GROUP";
        return this;
    }

    /** Says another format; the file keeps its name, for a file is what its bytes are. */
    JobFolder as(String format, String whose) {
        sourceFormat = format;
        institution = whose;
        return this;
    }

    Path root() {
        return folder.resolve("out");
    }

    Path job() {
        return folder.resolve("job.yaml");
    }

    Path file() {
        return source().resolve("portfolio.csv");
    }

    Path source() {
        return folder.resolve("source").resolve(vintage);
    }

    /** Writes file, source.yaml with its true checksum, and job file. */
    JobFolder with(String csv) {
        return with(csv.getBytes(StandardCharsets.UTF_8));
    }

    JobFolder with(byte[] bytes) {
        write(file(), bytes);
        write(sourceYaml(), source(bytes).getBytes(StandardCharsets.UTF_8));
        write(job(), jobText().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Path sourceYaml() {
        return file().resolveSibling("source.yaml");
    }

    private String jobText() {
        return """
                sources: [source/%2$s]
                reference: %1$s/data/reference
                claims: [%1$s/data/claims]
                output: out
                limits: {rejected_rows: 50 %%}
                """.formatted(PROJECT, vintage);
    }

    private String source(byte[] bytes) {
        return """
                publisher: European Investment Bank
                dataset: Financed projects
                format: %s
                institution: %s
                currency: EUR
                published: 2025-11-30
                accessed: 2025-11-30
                licence: none stated
                url: https://example.org/
                synthetic: false
                files:
                  - {name: portfolio.csv, bytes: %d, sha256: %s}
                covers: {stage: SIGNED, place: WORLD, from: 1959-01-01, to: 2025-11-30, complete: %s}
                """.formatted(sourceFormat, institution, bytes.length, sha256(bytes), complete);
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
