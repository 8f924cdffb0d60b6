package kirchberg.publish.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Files below one root. Paths are relative to it, with slashes and without a leading one; the empty path is the root. A
 * path that leads out of the root is one that is missing. Every fault is an {@link IOException}: what it means is for
 * the caller to say.
 */
public interface Store extends AutoCloseable {

    /** What lies in a folder; the moment is the store's own. */
    record Entry(String name, boolean isFolder, long bytes, Instant modified) {}

    /** A path as Spark opens it: with its scheme, whatever the default file system. */
    String uri(String path);

    /** A path as people write it: plain on a local disk, else a URI. */
    String shown(String path);

    /** All bytes of a small file; {@link java.nio.file.NoSuchFileException} if there is none. */
    byte[] read(String path) throws IOException;

    /**
     * Writes a small file that must not exist, and makes the folders above it. Its bytes outlast a loss of power once
     * this returns. A reader may see it torn before: files that matter are trusted by a digest or by their name only.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    void create(String path, byte[] bytes) throws IOException;

    /** A file to read in pieces; {@link java.nio.file.NoSuchFileException} if there is none. */
    InputFile input(String path) throws IOException;

    /** A large file to be written in an unpublished folder; the folders above it are made. */
    OutputFile output(String path) throws IOException;

    /** Brings a file that was written in pieces, or the names in a folder, to the platter, where a store has one. */
    void sync(String path) throws IOException;

    /**
     * What lies in a folder, in the order of names; nothing if there is no folder. A link on a disk is not followed.
     */
    List<Entry> list(String folder) throws IOException;

    /**
     * Makes a folder that its owner alone may read, and those above it for all, where the store knows folders and
     * owners.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one, where the store knows folders
     */
    void privateFolder(String path) throws IOException;

    /**
     * Moves a file within an unpublished folder, and makes the folders above its new name; not atomic everywhere.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws java.nio.file.FileAlreadyExistsException if the target is there
     */
    void move(String from, String to) throws IOException;

    /** Deletes a file, or a folder with all below it; one that is missing is as good as deleted. */
    void delete(String path) throws IOException;

    /** Whether the act that ended in this fault certainly left no trace; if not, only reading back can tell. */
    boolean isDefinite(IOException fault);

    @Override
    void close() throws IOException;
}
