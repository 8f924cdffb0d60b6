package kirchberg.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;

/** What lies in a folder: its YAML files, and one number that tells whether anything in it has changed. */
final class Folder {
    private static final int BUFFER = 1 << 16;

    private Folder() {}

    /** A file itself, or the YAML files of a folder by name; empty if there are none. */
    static List<Path> yamlFiles(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return Files.isRegularFile(fileOrFolder) ? List.of(fileOrFolder) : List.of();
        }
        try (var files = Files.list(fileOrFolder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Stop(Exit.INPUT, "Cannot list " + fileOrFolder + ": " + e, "Make the folder readable.", e);
        }
    }

    /** SHA-256 of the bytes of a file. */
    static String sha256(Path file) {
        var sum = sha256();
        try {
            addBytes(sum, file);
        } catch (IOException e) {
            throw new Stop(Exit.INPUT, "Cannot read " + file + ": " + e, "Make it readable.", e);
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    /** SHA-256 over the names and bytes of a file, or of all files below a folder; hidden ones are left out. */
    static String digest(Path fileOrFolder) {
        var sum = sha256();
        try {
            var names = new TreeMap<String, Path>();
            var real = fileOrFolder.toRealPath();
            for (var file : files(real)) {
                var name = file.equals(real) ? fileOrFolder.getFileName() : real.relativize(file);
                names.put(String.valueOf(name).replace('\\', '/'), file);
            }
            for (var entry : names.entrySet()) {
                add(sum, entry.getKey(), entry.getValue());
            }
        } catch (NoSuchFileException e) {
            throw Stop.refused(
                    Refusal.MISSING,
                    "Cannot read " + fileOrFolder + ": no such file",
                    "Put it back, or take its name out of the file that names it.");
        } catch (IOException | UncheckedIOException e) {
            throw new Stop(Exit.INPUT, "Cannot read " + fileOrFolder + ": " + e, "Make it readable.", e);
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        try (var paths = Files.walk(fileOrFolder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(fileOrFolder.relativize(file)))
                    .toList();
        }
    }

    private static boolean isHidden(Path name) {
        return StreamSupport.stream(name.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    /** Name and length come first, so that no two different folders run together to the same bytes. */
    private static void add(MessageDigest sum, String name, Path file) throws IOException {
        sum.update((name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
        addBytes(sum, file);
    }

    private static void addBytes(MessageDigest sum, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
