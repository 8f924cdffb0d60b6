package kirchberg.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Label;
import kirchberg.domain.Nearest;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.source.Job;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * All that goes into a run, read from the configuration before any data.
 *
 * @param asOf day on which targets are judged
 * @param digests of the configuration, by name; the job file itself only says where things are
 * @param key digest of everything that can change the outcome, taken before anything was read: equal key, equal release
 */
record Inputs(
        Job job, List<Source> sources, List<Claim> claims, LocalDate asOf, Map<String, String> digests, String key) {

    static Inputs of(Job job, @Nullable LocalDate asOf) {
        var digests = digests(job);
        var sources = job.sources().stream().map(Configuration::source).toList();
        var latest = sources.stream()
                .map(Source::accessed)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new Stop(
                        Exit.USAGE,
                        "Cannot run " + job.file() + ": it names no source, expected at least one",
                        "Add a folder under sources:."));
        var day = asOf == null ? latest : asOf;
        var bytes = sources.stream().flatMap(Inputs::digests).toList();
        return new Inputs(
                job, sources, Configuration.claims(job.claims()), day, digests, key(job, day, digests, bytes));
    }

    /**
     * Stops at a claim or a coverage about a place that no financing can have: it would be judged as if nothing were
     * there.
     */
    void requireKnownPlaces(Set<String> known) {
        var claimed = claims.stream().map(c -> Map.entry("claim " + c.id(), c.place()));
        var covered = sources.stream()
                .map(s -> Map.entry("source " + s.id(), s.coverage().place()));
        Stream.concat(claimed, covered)
                .filter(e -> !e.getValue().code().isEmpty())
                .filter(e -> !known.contains(e.getValue().text()))
                .findFirst()
                .ifPresent(e -> {
                    var place = e.getValue().text();
                    throw new Stop(
                            Exit.USAGE,
                            "Cannot judge " + e.getKey() + ": got the place " + place
                                    + ", expected a country code or region key of the reference tables",
                            Nearest.to(place, known)
                                            .map(n -> "Did you mean " + n + "?")
                                            .orElse("")
                                    + " Codes are those of data/reference/countries.csv and regions.csv.");
                });
    }

    boolean isSynthetic() {
        return sources.stream().anyMatch(Source::synthetic);
    }

    /** The labels that any claim speaks of: no other view is needed to judge them. */
    Collection<Label> labels() {
        return claims.stream()
                .flatMap(c -> Stream.ofNullable(c.of()))
                .distinct()
                .toList();
    }

    private static String key(Job job, LocalDate day, Map<String, String> digests, List<String> bytes) {
        var parts = Stream.of(
                        Stream.of(
                                Versions.code(),
                                day.toString(),
                                job.rejectedRowsLimit().toPlainString()),
                        job.languages().stream(),
                        bytes.stream(),
                        digests.values().stream())
                .flatMap(part -> part)
                .toList();
        return sha256(String.join("\n", parts));
    }

    /** Digests of the bytes that lie there now, whatever {@code source.yaml} says of them. */
    private static Stream<String> digests(Source source) {
        var names =
                Stream.concat(Stream.of("source.yaml"), source.files().stream().map(SourceFile::name));
        return Stream.concat(
                Stream.of(source.id()),
                names.map(name -> Configuration.digest(source.folder().resolve(name))));
    }

    private static Map<String, String> digests(Job job) {
        var digests = new TreeMap<String, String>();
        digests.put("reference", Configuration.digest(job.reference()));
        for (var path : job.claims()) {
            digests.put("claims/" + digests.size() + "/" + path.getFileName(), Configuration.digest(path));
        }
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
