package kirchberg.domain.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * To whom the end of a run is told. It holds no secret, only where each lies; so it may be shown.
 *
 * @param metrics file for a collector of metrics
 * @param state file that remembers what was told; without one, beside the metrics; without both, nothing is remembered
 * @param webhook where the address lies that is sent a message when something changed
 * @param mail who gets a letter when something changed
 */
public record TellPlan(
        Optional<Path> metrics, Optional<Path> state, Lineage lineage, Optional<Secret> webhook, Optional<Mail> mail) {

    /** Nobody is told. */
    public static final TellPlan NOBODY = new TellPlan(
            Optional.empty(),
            Optional.empty(),
            new Lineage(Lineage.NAMESPACE, Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty());

    /** The file that remembers what was told; empty if nothing is remembered. */
    public Optional<Path> memory() {
        return state.or(() -> metrics.map(file -> file.resolveSibling(file.getFileName() + ".told.json")));
    }

    /**
     * Where events of lineage go.
     *
     * @param namespace of the job
     * @param file that gets one line per event
     * @param url that is sent each event, without user and password
     * @param secretUrl where such an address lies if it must not be read by everyone
     */
    public record Lineage(String namespace, Optional<Path> file, Optional<String> url, Optional<Secret> secretUrl) {
        /** Namespace of a job unless the job file has another. */
        public static final String NAMESPACE = "kirchberg";

        /** Whether there is anyone to tell. */
        public boolean isTold() {
            return file.isPresent() || url.isPresent() || secretUrl.isPresent();
        }
    }

    /**
     * A letter.
     *
     * @param host of the mail server
     * @param port of the mail server
     * @param login empty if the server asks for none
     * @param starttls true if nothing may be sent before the connection is encrypted
     */
    public record Mail(String host, int port, String from, List<String> to, Optional<Login> login, boolean starttls) {
        public Mail {
            to = List.copyOf(to);
        }
    }

    /** Who sends letters, and where the password lies. */
    public record Login(String user, Secret password) {}

    /**
     * Where a secret lies.
     *
     * @param place the file, or the name of the environment variable
     */
    public record Secret(Kind kind, String place) {
        /** Where secrets may lie. */
        public enum Kind {
            FILE,
            ENVIRONMENT
        }

        /** As in a message about it. */
        public String words() {
            return kind == Kind.FILE ? "the file " + place : "the environment variable " + place;
        }
    }
}
