package kirchberg.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/**
 * What must be true of a configuration file whatever is in it: it is read, or all that is wrong with it is said and the
 * run ends with exit 2. The entry that Jazzer calls is {@link #fuzzerTestOneInput}; {@link YamlCorpusTest} replays the
 * corpus.
 */
public final class YamlFuzz {
    /** The three files that people write, by the name of their part of the corpus. */
    enum Kind {
        SOURCE("source.yaml", path -> Configuration.source(path.resolveSibling("."))),
        JOB("job.yaml", YamlFuzz::job),
        CLAIMS("claims.yaml", path -> Configuration.claims(List.of(path)));

        private final String file;

        @SuppressWarnings("ImmutableEnumChecker") // a door of the room, without state
        private final Consumer<Path> door;

        Kind(String file, Consumer<Path> door) {
            this.file = file;
            this.door = door;
        }

        String key() {
            return "yaml-" + file.replace(".yaml", "");
        }
    }

    private static final String KEY = System.getProperty("fuzz.format", Kind.SOURCE.key());

    private YamlFuzz() {}

    /** Called by the fuzzer with bytes of its own making. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        var kind = Arrays.stream(Kind.values())
                .filter(k -> k.key().equals(KEY))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot fuzz: no file " + KEY));
        judge(kind, data);
    }

    /**
     * Reads bytes as a file of configuration.
     *
     * @return whether it was read; false if it was refused
     * @throws IllegalStateException if the refusal is no message for people
     */
    static boolean judge(Kind kind, byte[] data) throws IOException {
        var folder = Files.createTempDirectory("fuzz");
        var file = folder.resolve(kind.file);
        try {
            Files.write(file, data);
            kind.door.accept(file);
            return true;
        } catch (Stop stop) {
            requireMessage(stop);
            return false;
        } finally {
            remove(folder);
        }
    }

    /** What is wrong with the file alone stops the job; what it names and does not exist is a problem, and no more. */
    private static void job(Path path) {
        for (var problem : Configuration.problems(path)) {
            require(!problem.message().isBlank(), "a problem without words: " + problem);
        }
        Configuration.job(path);
    }

    private static void requireMessage(Stop stop) {
        var message = String.valueOf(stop.getMessage());
        require(stop.exit() == Exit.USAGE, "not exit 2 but " + stop.exit() + ": " + message);
        require(message.matches("(?s)error\\[.* --> .* = help: .*"), "no message for people: " + message);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
