package kirchberg.publish.protocol;

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

    public static java.util.Optional<Pointer> read(kirchberg.publish.store.Store store) {
        throw new IllegalStateException();
    }

    public static java.util.List<Pointer> published(kirchberg.publish.store.Store store) {
        throw new IllegalStateException();
    }
}
