package kirchberg.fetch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import org.jspecify.annotations.Nullable;

/** Gets the next vintage of a list from its publisher, page by page, politely, and proves it whole. */
public final class Fetching {
    /** The lists that a publisher gives to machines. All others are put into their folders by hand. */
    public enum Dataset {
        LOANS("loans", "Loans list", SourceFormat.EIB_LOANS_JSON),
        PROJECTS("projects", "Projects list", SourceFormat.EIB_PROJECTS_JSON);

        private final String key;
        private final String title;
        private final SourceFormat format;

        Dataset(String key, String title, SourceFormat format) {
            this.key = key;
            this.title = title;
            this.format = format;
        }

        /** Name on the command line. */
        public String key() {
            return key;
        }

        /** Format of its pages. */
        public SourceFormat format() {
            return format;
        }

        String title() {
            return title;
        }
    }

    /** Waits; {@code Thread.sleep} but in tests. */
    public interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /**
     * How far a fetch has come.
     *
     * @param what slice that was read last: a year, or the name of the list
     * @param done slices, or pages of the only slice
     * @param of how many there are
     * @param items in all slices so far
     * @param note something to tell beside it, such as a wait and its reason; empty if there is nothing
     */
    public record Step(String what, int done, int of, long items, String note) {}

    /**
     * What a fetch needs of the world.
     *
     * @param chance spreads the waits of those who were turned away together
     * @param progress is told each step
     * @param version of this program, which the publisher is told
     */
    public record World(
            Clock clock, Sleeper sleeper, RandomGenerator chance, Consumer<Step> progress, String version) {}

    /**
     * What is to be fetched.
     *
     * @param folder of the vintages of one source
     * @param newest the newest of them; null if there is none
     */
    public record Request(
            Path folder, Dataset dataset, @Nullable Source newest) {}

    /**
     * What came of it.
     *
     * @param vintage folder of the new vintage, or of the newest one if nothing has changed
     * @param isNew false if the bytes are those of the newest vintage
     * @param files pages
     * @param bytes of all pages
     * @param items of all pages
     * @param stated items that the publisher says the whole list has
     * @param isComplete whether these items are proven to be all that the publisher shows
     * @param remarks one sentence each
     */
    public record Outcome(
            Path vintage,
            boolean isNew,
            int files,
            long bytes,
            long items,
            long stated,
            boolean isComplete,
            List<String> remarks) {

        public Outcome {
            remarks = List.copyOf(remarks);
        }
    }

    private Fetching() {}

    /** Folder of the newest vintage of a source, by its date; empty if there is none. */
    public static Optional<Path> newest(Path folder) {
        return Draft.newest(folder);
    }

    /**
     * Fetches a list into a new folder, called after today's date (UTC), below the folder of its source.
     *
     * @throws Stop USAGE if there is a vintage of today or the folder is none; LOCKED if another fetch is at work
     *     there; INPUT if the publisher closes the door, answers something else than documented, or contradicts itself;
     *     STORE for a fault of the disk. What was got so far stays for the next attempt.
     */
    public static Outcome fetch(Request request, World world) {
        return fetch(request, world, Publisher.EIB);
    }

    static Outcome fetch(Request request, World world, Publisher publisher) {
        try (var draft = Draft.open(request.folder(), LocalDate.now(world.clock()))) {
            return new Errand(request, world, publisher, draft).run();
        }
    }
}
