package kirchberg.publish.release;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kirchberg.publish.protocol.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * What a run aims at.
 *
 * @param generation one more than the base
 * @param run id: the generation aimed at and eight random digits, used once
 * @param previous run that is current now; null for the first release of a root
 */
record Plan(long generation, String run, @Nullable String previous) {

    /**
     * The plan of a run that found this pointer.
     *
     * @param chance at least eight hexadecimal digits
     */
    static Plan after(Optional<Pointer> base, String chance) {
        if (!chance.matches("[0-9a-f]{8,}")) {
            throw new IllegalArgumentException(
                    "Cannot begin a run: got \"" + chance + "\", expected 8 or more hexadecimal digits");
        }
        var next = base.map(Pointer::generation).orElse(0L) + 1;
        var run = String.format(Locale.ROOT, "%08d-%s", next, chance.substring(0, 8));
        return new Plan(next, run, base.map(Pointer::run).orElse(null));
    }

    /** The pointer that makes it so. */
    Pointer pointer(String manifestSha256, String token, Instant at) {
        return new Pointer(generation, run, manifestSha256, previous, token, at.toString());
    }
}
