package kirchberg.domain.overlap;

/**
 * What a job says of two sources that may describe the same.
 *
 * @param keep name of the source that counts: its id, or the first part of it
 * @param over name of the other one
 * @param match how the records of both are brought together
 */
public record Overlap(String keep, String over, Match match) {

    /** How the records of two sources are brought together. */
    public enum Match {
        /** A record of the other source whose contract or operation number the first one has too is superseded. */
        IDS("ids"),
        /** Both count; what looks alike is listed. */
        NONE("none");

        private final String key;

        Match(String key) {
            this.key = key;
        }

        /** Word in a job file. */
        public String key() {
            return key;
        }
    }

    /** Whether a name means a source: its id, or the publisher's part of it, whatever the vintage. */
    public static boolean means(String name, String sourceId) {
        return sourceId.equals(name) || sourceId.startsWith(name + "/");
    }
}
