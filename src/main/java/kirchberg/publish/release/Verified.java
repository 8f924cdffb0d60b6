package kirchberg.publish.release;

import java.util.List;

/**
 * What became of a look at a published release.
 *
 * @param run its id
 * @param files that its manifest lists
 * @param bytes of these
 * @param isRecomputed whether all figures were added up once more; an earlier version of the program may have made
 *     tables with other columns, of which the bytes alone are compared
 * @param faults what is not as it was published, one sentence each; empty if all is
 */
public record Verified(String run, int files, long bytes, boolean isRecomputed, List<String> faults) {
    public Verified {
        faults = List.copyOf(faults);
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
