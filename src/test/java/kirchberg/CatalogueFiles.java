package kirchberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.domain.claim.Claim;

/** The claims of the project, and the names of the figures that their comments give. */
final class CatalogueFiles {
    static final Path FOLDER = JobFolder.PROJECT.resolve("data/claims");
    private static final Pattern FIGURE = Pattern.compile("- id: (\\S+) # figures: (\\S+)");

    private CatalogueFiles() {}

    static List<Claim> claims() {
        return Configuration.claims(List.of(FOLDER));
    }

    static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** Claims by the figure that they say they are. */
    static Map<String, List<Claim>> byFigure() throws IOException {
        var byId = claims().stream().collect(Collectors.toMap(Claim::id, c -> c));
        return files().stream()
                .flatMap(CatalogueFiles::lines)
                .map(FIGURE::matcher)
                .filter(m -> m.find())
                .collect(Collectors.groupingBy(
                        m -> m.group(2),
                        TreeMap::new,
                        Collectors.mapping(m -> byId.get(m.group(1)), Collectors.toList())));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
