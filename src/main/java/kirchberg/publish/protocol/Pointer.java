package kirchberg.publish.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Sha256;
import kirchberg.publish.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code CURRENT}: which release readers see.
 *
 * @param generation 1 for the first release of a root, one more with each swap
 * @param run id of the release that readers see: after a rollback an older one than its generation says
 * @param manifestSha256 of the release's manifest
 * @param previous run that was current before; null for the first
 * @param token 128 random bits, new for every swap, so that no two contents are equal
 * @param at moment of the run, ISO 8601
 */
public record Pointer(
        long generation,
        String run,
        String manifestSha256,
        @Nullable String previous,
        String token,
        String at) {
    /** The file that readers go by. */
    public static final String NAME = "CURRENT";

    /** With which a run id begins. */
    public static final int GENERATION_DIGITS = 8;

    private static final String RUN_ID = "[0-9A-Za-z-]+";
    private static final int READS = 3;

    /**
     * What a root points to now; empty before the first release.
     *
     * @throws kirchberg.domain.Stop STORE if it cannot be read or is no pointer
     */
    public static Optional<Pointer> read(Store store) {
        for (var attempt = 1; ; attempt++) {
            try {
                return Optional.of(parse(store.shown(NAME), store.read(NAME)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                if (attempt == READS) {
                    throw Faults.fault("read", store.shown(NAME), e);
                }
            }
        }
    }

    /**
     * Every pointer that a root ever had and still remembers, oldest first.
     *
     * @throws kirchberg.domain.Stop STORE if one cannot be read or is no pointer
     */
    public static List<Pointer> published(Store store) {
        var current = read(store);
        var newest = current.map(Pointer::generation).orElse(Long.MAX_VALUE);
        return Stream.concat(History.before(store, newest).stream(), current.stream())
                .distinct()
                .toList();
    }

    /**
     * The pointer of the next run: not sealed yet, its token still the chance that the run was given.
     *
     * @param base what the root points to now
     * @param randomHex at least 8 hexadecimal digits, new for every run; the first 8 become part of the run id
     */
    public static Pointer plan(Optional<Pointer> base, String randomHex) {
        if (!randomHex.matches("[0-9a-f]{8,}")) {
            throw new IllegalArgumentException(
                    "Cannot begin a run: got \"" + randomHex + "\", expected 8 or more hexadecimal digits");
        }
        var next = base.map(Pointer::generation).orElse(0L) + 1;
        var run = digits(next) + "-" + randomHex.substring(0, 8);
        return new Pointer(next, run, "", base.map(Pointer::run).orElse(null), randomHex, "");
    }

    /** The same plan, but for a release of another run, which lies there already. */
    public Pointer onto(String otherRun) {
        return new Pointer(generation, otherRun, manifestSha256, previous, token, at);
    }

    /** The pointer with its manifest, and a token that no other swap has: a run id is used once. */
    public Pointer sealed(String sha256, Instant now) {
        var unique = Sha256.of((run + token + sha256).getBytes(StandardCharsets.UTF_8));
        return new Pointer(generation, run, sha256, previous, unique.substring(0, 32), now.toString());
    }

    /** A generation as run ids and names of files have it: they sort as it counts. */
    static String digits(long generation) {
        return String.format(Locale.ROOT, "%0" + GENERATION_DIGITS + "d", generation);
    }

    static Pointer parse(String shown, byte[] bytes) {
        var json = JsonFile.tree(shown, bytes);
        var pointer = new Pointer(
                json.path("generation").asLong(),
                json.path("run").asText(),
                json.path("manifest_sha256").asText(),
                json.path("previous").textValue(),
                json.path("token").asText(),
                json.path("at").asText());
        if (pointer.generation < 1 || !pointer.run.matches(RUN_ID)) {
            throw JsonFile.broken(shown, "generation " + pointer.generation + " and run \"" + pointer.run + "\"");
        }
        return pointer;
    }

    byte[] bytes() {
        return JsonFile.bytes(json());
    }

    private JsonNode json() {
        return JsonFile.MAPPER
                .createObjectNode()
                .put("generation", generation)
                .put("run", run)
                .put("manifest_sha256", manifestSha256)
                .put("previous", previous)
                .put("token", token)
                .put("at", at);
    }
}
