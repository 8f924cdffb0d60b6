package kirchberg.publish.store;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which files and contents are named: 64 hexadecimal digits. */
public final class Sha256 {
    private static final int PIECE = 1 << 16;

    private Sha256() {}

    public static String of(byte[] bytes) {
        return hex(begin().digest(bytes));
    }

    /** Digest of a file of a store, read in pieces: of Parquet's streams not all read more than a byte at a time. */
    public static String of(Store store, String path) throws IOException {
        var digest = begin();
        var file = store.input(path);
        var piece = new byte[PIECE];
        try (var in = file.newStream()) {
            for (var left = file.getLength(); left > 0; left -= Math.min(left, PIECE)) {
                var length = (int) Math.min(left, PIECE);
                in.readFully(piece, 0, length);
                digest.update(piece, 0, length);
            }
        }
        return hex(digest.digest());
    }

    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java platform has SHA-256", e);
        }
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
