package kirchberg.releases;

import java.nio.file.Path;
import kirchberg.config.WordLists;
import kirchberg.document.DocumentReading;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.extract.Extraction;

/** Reads releases as the command does. */
final class Releases {
    static final Path FOLDER = Path.of("src/test/resources/releases");

    private Releases() {}

    static EditionExtract of(Path file) {
        var edition = new DocumentReading(Path.of("data/words")).read(file, null);
        var words = WordLists.of(Path.of("data/words"));
        return new EditionExtract(edition, Extraction.of(edition.document(), edition.language(), words));
    }

    static EditionExtract of(String file) {
        return of(FOLDER.resolve(file));
    }
}
