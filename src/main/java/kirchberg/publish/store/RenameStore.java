package kirchberg.publish.store;

import java.io.IOException;

/** A store on which a rename is one act: a local disk, or HDFS. What it renames is its proof of ownership. */
public interface RenameStore extends Store {

    /**
     * Moves a folder onto a path that is missing or an empty folder, in one act.
     *
     * @return false, with nothing done, if the target is held: a folder that is not empty
     * @throws java.nio.file.NoSuchFileException if the source is gone
     */
    boolean claim(String from, String to) throws IOException;

    /**
     * Writes a file into a folder that is there, and syncs it; a file of that name is overwritten. Never makes a
     * folder: a holder that was moved away must not bring its place back.
     *
     * @throws java.nio.file.NoSuchFileException if the folder is gone
     */
    void writeInto(String path, byte[] bytes) throws IOException;

    /**
     * Moves a file onto another in one act, and brings the new name to the platter: readers see all of the old bytes or
     * all of the new ones.
     *
     * @throws java.nio.file.NoSuchFileException if the source is gone
     */
    void replace(String from, String to) throws IOException;
}
