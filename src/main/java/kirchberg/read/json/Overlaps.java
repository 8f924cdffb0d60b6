package kirchberg.read.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Which operations of a list come more than once, on pages that overlap, and whether they say the same each time. Only
 * digests are kept: about 150 bytes an operation, 75 MB at most.
 */
final class Overlaps {
    /** The first 128 bits of a SHA-256. */
    private record Fingerprint(long high, long low) {}

    /** What is known of one operation. */
    private static final class Seen {
        private final Fingerprint content;
        private boolean conflicting;
        private boolean delivered;

        Seen(Fingerprint content) {
            this.content = content;
        }
    }

    private final String sourceId;
    private final MessageDigest digest;
    private final Map<Fingerprint, Seen> operations = new HashMap<>();

    Overlaps(String sourceId) {
        this.sourceId = sourceId;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot compare operations: every Java has SHA-256", e);
        }
    }

    /** Takes note of an item. */
    void see(String id, List<@Nullable String> values) {
        var content = fingerprint(values);
        var seen = operations.computeIfAbsent(key(id), k -> new Seen(content));
        seen.conflicting |= !seen.content.equals(content);
        if (operations.size() > Limits.OPERATIONS) {
            throw Stop.refused(
                    Refusal.LIMIT,
                    "Cannot use " + sourceId + ": the list has more than " + Limits.OPERATIONS
                            + " operations, expected about 17,000",
                    "look at the files: this is more than the bank has ever done");
        }
    }

    /** Operations that were seen. */
    long size() {
        return operations.size();
    }

    /** Whether items with this number say different things. */
    boolean isConflicting(String id) {
        var seen = operations.get(key(id));
        return seen != null && seen.conflicting;
    }

    /** Whether an item with this number was asked for before; from now on it was. */
    boolean isRepeated(String id) {
        var seen = operations.get(key(id));
        var repeated = seen != null && seen.delivered;
        if (seen != null) {
            seen.delivered = true;
        }
        return repeated;
    }

    private Fingerprint key(String id) {
        return fingerprint(List.of(id));
    }

    /** Each value with its length in front, a minus for null: no two contents read the same. */
    private Fingerprint fingerprint(List<@Nullable String> values) {
        for (var value : values) {
            var text = value == null ? "-" : value.length() + ":" + value;
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        var bytes = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }
}
