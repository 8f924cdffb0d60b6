package kirchberg.job;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Label;
import kirchberg.domain.Nearest;
import kirchberg.domain.Place;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.overlap.Precedence;
import kirchberg.domain.source.Job;
import kirchberg.domain.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * All that goes into a run, read from the configuration before any data.
 *
 * @param asOf day on which targets are judged
 * @param isDayAsked whether somebody asked for that day; else it is when the latest source was fetched
 * @param precedence which source counts where two describe the same
 * @param digests of the configuration, by name; the job file itself only says where things are
 * @param keys taken before anything was read
 */
record Inputs(
        Job job,
        List<Source> sources,
        List<Claim> claims,
        LocalDate asOf,
        boolean isDayAsked,
        Precedence precedence,
        Map<String, String> digests,
        Keys keys) {

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
        var precedence = Precedence.of(job.overlaps(), sources);
        var keys = Keys.of(new Keys.Base(job, precedence, day, asOf, List.copyOf(digests.values())), sources);
        sources.forEach(s ->
                digests.put("source/" + s.id(), Configuration.digest(s.folder().resolve("source.yaml"))));
        return new Inputs(
                job, sources, Configuration.claims(job.claims()), day, asOf != null, precedence, digests, keys);
    }

    /**
     * Stops at a claim or a coverage about a place that no financing can have: it would be judged as if nothing were
     * there.
     */
    void requireKnownPlaces(Set<String> known) {
        var claimed = claims.stream()
                .flatMap(c -> Stream.concat(Stream.of(c.place()), Stream.ofNullable(c.ofPlace()))
                        .map(place -> Map.entry("claim " + c.id(), place)));
        var covered = sources.stream()
                .map(s -> Map.entry("source " + s.id(), s.coverage().place()));
        Stream.concat(claimed, covered)
                .flatMap(e -> names(e.getValue()).map(name -> Map.entry(e.getKey(), name)))
                .filter(e -> !known.contains(e.getValue()))
                .findFirst()
                .ifPresent(e -> {
                    var place = e.getValue();
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

    /** What the reference tables must know of a place; nothing of the world and of the two sides of the Union. */
    private static Stream<String> names(Place place) {
        return switch (place.kind()) {
            case WORLD, EU, NON_EU -> Stream.empty();
            case COUNTRY, COUNTRIES -> place.countryCodes().stream();
            case REGION -> Stream.of(place.text());
        };
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

    /** Whether the files of a source have the digests that its {@code source.yaml} states. */
    static boolean isAsStated(Source source) {
        return source.files().stream()
                .allMatch(f ->
                        Configuration.sha256(source.folder().resolve(f.name())).equals(f.sha256()));
    }

    private static Map<String, String> digests(Job job) {
        var digests = new TreeMap<String, String>();
        digests.put("reference", Configuration.digest(job.reference()));
        for (var path : job.claims()) {
            digests.put("claims/" + digests.size() + "/" + path.getFileName(), Configuration.digest(path));
        }
        return digests;
    }
}
