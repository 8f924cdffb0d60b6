package kirchberg.read;

import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;

/** Finds out which file of a source Spark could not read: it says so only in its messages. */
final class BrokenFile {
    private BrokenFile() {}

    static Optional<Stop> named(Source source, Throwable failure) {
        return source.files().stream()
                .filter(file -> Stream.iterate(failure, f -> f != null, Throwable::getCause)
                        .anyMatch(f -> isNamed(source, file, String.valueOf(f.getMessage()))))
                .findFirst()
                .map(file -> broken(source, file));
    }

    private static boolean isNamed(Source source, SourceFile file, String message) {
        var path = source.folder().toAbsolutePath().normalize().resolve(file.name());
        return message.contains(path.toString())
                || message.contains(path.toUri().getRawPath());
    }

    private static Stop broken(Source source, SourceFile file) {
        return Stop.refused(
                Refusal.NOT_THIS_FORMAT,
                "Cannot read " + source.id() + "/" + file.name()
                        + ": Spark cannot read its pages, got broken ones or a file that is not there, expected the file"
                        + " that was counted",
                "Write the file again with the program that made it. On a cluster, look whether every worker sees the"
                        + " source folder.");
    }
}
