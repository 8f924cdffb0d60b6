package kirchberg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A job with several sources in a temporary folder, run as a user runs it. */
final class SourcesFolder {
    static final String CANONICAL_HEADER =
            "operation_id,operation_name,institution,stage,signed_on,amount_eur,joint_amount_eur,mobilised_amount_eur,"
                    + "country,region,nuts2,sector,priorities,climate_share,programmes,description\n";

    private final Path folder;
    private String out = "";
    private String err = "";

    SourcesFolder(Path folder) {
        this.folder = folder;
    }

    /** A row of a canonical portfolio, signed in France. */
    static String row(String operationId, String institution, String day, String amount) {
        return operationId + ",NAME " + operationId + "," + institution + ",SIGNED," + day + "," + amount
                + ",,,France,,,Energy,,,,\n";
    }

    /** A canonical source of EIB rows that covers the world until 2024. */
    SourcesFolder canonical(String id, String rows) throws IOException {
        return source(id, "kirchberg-csv", "EIB", CANONICAL_HEADER + rows);
    }

    SourcesFolder source(String id, String format, String institution, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        JobFolder.write(folder.resolve(id).resolve("rows.csv"), bytes);
        JobFolder.write(folder.resolve(id).resolve("source.yaml"), """
                publisher: Publisher of %1$s
                dataset: Financings
                format: %2$s
                institution: %3$s
                currency: EUR
                published: 2025-01-31
                accessed: 2025-01-31
                licence: none stated
                synthetic: true
                files: [{name: rows.csv, bytes: %4$d, sha256: %5$s}]
                covers: {stage: SIGNED, place: WORLD, from: 2020-01-01, to: 2024-12-31, complete: true}
                """.formatted(
                        id.replaceFirst("/.*", ""), format, institution, bytes.length, sha256(bytes))
                .getBytes(UTF_8));
        return this;
    }

    /** Replaces a word in a source.yaml. */
    SourcesFolder edit(String id, String word, String by) throws IOException {
        var yaml = folder.resolve(id).resolve("source.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace(word, by));
        return this;
    }

    /** Runs a job on some of the sources; gives the exit code. */
    int run(List<String> sources, String more) throws IOException {
        var job = Files.writeString(folder.resolve("job.yaml"), """
                sources: %1$s
                reference: %2$s/data/reference
                claims: [claims.yaml]
                output: out
                %3$s
                """.formatted(sources, JobFolder.PROJECT, more));
        Files.writeString(folder.resolve("claims.yaml"), """
                publication: made-up
                title: Made up
                date: 2025-01-01
                language: en
                url: ""
                claims:
                  - {id: eib, quote: "[EIB]", institution: EIB, period: 2024, measure: amount, figure: 300 EUR}
                  - {id: group, quote: "[Group]", institution: GROUP, period: 2024, measure: amount, figure: 300 EUR}
                """);
        var outText = new StringWriter();
        var errText = new StringWriter();
        var code = Main.run(
                new String[] {"run", job.toString()}, new PrintWriter(outText, true), new PrintWriter(errText, true));
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    Path root() {
        return folder.resolve("out");
    }

    String current() throws IOException {
        return Files.readString(root().resolve("CURRENT"));
    }

    String manifest() throws IOException {
        return Files.readString(release().resolve("MANIFEST.json"));
    }

    List<String> csv(String table) throws IOException {
        return Files.readAllLines(release().resolve("csv").resolve(table + ".csv"), UTF_8);
    }

    /** The newest release. */
    private Path release() throws IOException {
        try (var releases = Files.list(root().resolve("releases"))) {
            return releases.filter(r -> Files.exists(r.resolve("MANIFEST.json")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
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
