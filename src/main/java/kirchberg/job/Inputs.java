package kirchberg.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Label;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Job;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * All that goes into a run, read from the configuration before any data.
 *
 * @param asOf day on which targets are judged
 */
record Inputs(Job job, List<Source> sources, List<Claim> claims, LocalDate asOf) {

    static Inputs of(Job job, @Nullable LocalDate asOf) {
        var sources = job.sources().stream().map(Configuration::source).toList();
        var latest = sources.stream()
                .map(Source::accessed)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new Stop(
                        Exit.USAGE,
                        "Cannot run " + job.file() + ": it names no source, expected at least one",
                        "Add a folder under sources:."));
        return new Inputs(job, sources, Configuration.claims(job.claims()), asOf == null ? latest : asOf);
    }

    boolean isSynthetic() {
        return sources.stream().anyMatch(Source::synthetic);
    }

    List<Coverage> coverages() {
        return sources.stream().map(Source::coverage).toList();
    }

    /** The labels that any claim speaks of: no other view is needed to judge them. */
    Collection<Label> labels() {
        return claims.stream()
                .flatMap(c -> Stream.ofNullable(c.of()))
                .distinct()
                .toList();
    }

    /** Digest of everything that can change the outcome: equal key, equal release. */
    String key() {
        var parts = Stream.of(
                        Stream.of(
                                Versions.code(),
                                asOf.toString(),
                                job.rejectedRowsLimit().toPlainString()),
                        job.languages().stream(),
                        sources.stream().flatMap(Inputs::digests),
                        digests().values().stream())
                .flatMap(part -> part)
                .toList();
        return sha256(String.join("\n", parts));
    }

    /** Digests of the bytes that lie there now, whatever {@code source.yaml} says of them. */
    private static Stream<String> digests(Source source) {
        return Stream.concat(Stream.of("source.yaml"), source.files().stream().map(SourceFile::name))
                .map(name -> Configuration.digest(source.folder().resolve(name)));
    }

    /** Digests of the configuration, by name; the job file itself only says where things are. */
    Map<String, String> digests() {
        var digests = new TreeMap<String, String>();
        digests.put("reference", Configuration.digest(job.reference()));
        job.claims().forEach(c -> digests.put("claims/" + c.getFileName(), Configuration.digest(c)));
        return digests;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot make a key: every Java platform has SHA-256", e);
        }
    }
}
