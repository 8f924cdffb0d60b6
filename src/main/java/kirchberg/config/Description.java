package kirchberg.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;

/** Writes the {@code source.yaml} of a source. */
public final class Description {
    private static final int BUFFER = 1 << 16;

    private Description() {}

    /**
     * A data file as {@code source.yaml} declares it.
     *
     * @throws Stop with exit 3 if it cannot be read, or has a name that cannot be declared
     */
    public static SourceFile file(Path path) {
        requireName(path.getFileName().toString(), path);
        try (var in = Files.newInputStream(path)) {
            var sum = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            var bytes = 0L;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
                bytes += read;
            }
            return new SourceFile(
                    path.getFileName().toString(), bytes, HexFormat.of().formatHex(sum.digest()));
        } catch (IOException e) {
            throw new Stop(Exit.INPUT, "Cannot read " + path + ": " + e, "Make the file readable.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash a file: every Java platform has SHA-256", e);
        }
    }

    private static void requireName(String name, Path path) {
        if (!name.matches(Grammar.PRINTABLE)) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot use " + Grammar.shown(path.toString(), 200)
                            + ": its name has characters that cannot be printed",
                    "Give the file another name.");
        }
    }

    /**
     * Writes the description of a source into its folder, at one stroke.
     *
     * @param why sentences for people who read it, each a comment
     * @return the file
     * @throws Stop with exit 2 if there is one already, 7 if the disk does not let it
     */
    public static Path write(Source source, Iterable<String> why) {
        var yaml = source.folder().resolve(SourceFolder.YAML);
        if (Files.exists(yaml)) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot describe " + source.folder() + ": it has a " + SourceFolder.YAML + " already",
                    "Use the folder as it is, or take the file away first.");
        }
        var text = new StringBuilder();
        why.forEach(sentence -> text.append("# ").append(sentence).append('\n'));
        text.append(yaml(source));
        try {
            var beside = source.folder().resolve("." + SourceFolder.YAML + ".new");
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            return Files.move(beside, yaml, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Stop(Exit.STORE, "Cannot write " + yaml + ": " + e, "Make the folder writable.", e);
        }
    }

    private static String yaml(Source source) {
        var covers = source.coverage();
        var files = source.files().stream()
                .map(f -> "  - {name: %s, bytes: %d, sha256: %s}\n"
                        .formatted(quoted(f.name()), f.bytes(), quoted(f.sha256())))
                .collect(Collectors.joining());
        return """
                publisher: %s
                dataset: %s
                format: %s
                institution: %s
                currency: %s
                published: %s
                accessed: %s
                licence: %s
                url: %s
                synthetic: %s
                files:
                %scovers: {stage: %s, place: %s, from: %s, to: %s, complete: %s}
                """.formatted(
                        quoted(source.publisher()),
                        quoted(source.dataset()),
                        source.format().key(),
                        source.institution(),
                        source.currency(),
                        source.published(),
                        source.accessed(),
                        quoted(source.licence()),
                        quoted(source.url()),
                        source.synthetic(),
                        files,
                        covers.stage(),
                        covers.place().text(),
                        covers.from(),
                        covers.to(),
                        covers.complete());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
