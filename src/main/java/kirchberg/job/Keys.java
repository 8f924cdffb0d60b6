package kirchberg.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.domain.overlap.Precedence;
import kirchberg.domain.source.Job;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Digests of what a run is made from.
 *
 * @param all of everything that can change the outcome, taken before anything was read: equal key, equal release
 * @param data of the same, but for where the vintages lie, how their files are called and which days they state
 */
record Keys(String all, String data) {

    /**
     * What every source has in common with the others of a job.
     *
     * @param day on which targets are judged
     * @param asked the day that was asked for; null if it follows from the sources
     * @param config digests of reference tables and claims
     */
    record Base(
            Job job,
            Precedence precedence,
            LocalDate day,
            @Nullable LocalDate asked,
            Collection<String> config) {

        private Stream<String> parts() {
            var rules = Stream.of(
                    Versions.code(),
                    job.rejectedRowsLimit().toPlainString(),
                    job.vintages().shrinkLimit().toPlainString());
            return Stream.of(rules, job.languages().stream(), config.stream()).flatMap(part -> part);
        }
    }

    static Keys of(Base base, List<Source> sources) {
        var all = Stream.of(
                Stream.of(base.day.toString()),
                base.parts(),
                base.precedence.overlaps().stream().map(String::valueOf),
                sources.stream().flatMap(Keys::bytes));
        var data = Stream.of(
                Stream.of(String.valueOf(base.asked)),
                base.parts(),
                base.job.overlaps().stream().map(o -> withoutVintage(o.keep()) + withoutVintage(o.over()) + o.match()),
                sources.stream().flatMap(Keys::stated));
        return new Keys(sha256(all), sha256(data));
    }

    /** Digests of the bytes that lie there now, whatever {@code source.yaml} says of them. */
    private static Stream<String> bytes(Source source) {
        var names =
                Stream.concat(Stream.of("source.yaml"), source.files().stream().map(SourceFile::name));
        return Stream.concat(
                Stream.of(source.id()),
                names.map(name -> Configuration.digest(source.folder().resolve(name))));
    }

    /** What a new vintage of the same bytes says as well. */
    private static Stream<String> stated(Source source) {
        var covers = source.coverage();
        var words = Stream.of(
                        source.publisher(),
                        source.dataset(),
                        source.format(),
                        source.encoding(),
                        source.institution(),
                        source.currency(),
                        source.synthetic(),
                        covers.stage(),
                        covers.place(),
                        covers.from(),
                        covers.complete())
                .map(String::valueOf);
        return Stream.concat(words, source.files().stream().map(SourceFile::sha256));
    }

    private static String withoutVintage(String name) {
        return name.replaceFirst("/.*", "") + " ";
    }

    private static String sha256(Stream<Stream<String>> parts) {
        var text = String.join("\n", parts.flatMap(part -> part).toList());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot make a key: every Java platform has SHA-256", e);
        }
    }
}
