package kirchberg.publish.store;

import java.io.IOException;

/**
 * A store that compares before it writes: S3 and what speaks like it. Any fault of a conditional write, a refusal too,
 * may come after the write was done: its answer can be lost and the repeat be refused for our own bytes.
 */
public interface ConditionalStore extends Store {

    /** Bytes and the version that they are, which belong together. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Versioned(byte[] bytes, String version) {}

    /** A small file with its version; {@link java.nio.file.NoSuchFileException} if there is none. */
    Versioned readVersioned(String path) throws IOException;

    /** Writes a small file if there is none. */
    void putNew(String path, byte[] bytes) throws IOException;

    /** Writes a small file over one that still has this version. */
    void putOver(String path, byte[] bytes, String version) throws IOException;

    /**
     * Asks the store whether it can compare at all.
     *
     * @return false if its settings or its kind rule it out
     */
    boolean comparesVersions() throws IOException;
}
