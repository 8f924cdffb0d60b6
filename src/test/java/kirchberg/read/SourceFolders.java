package kirchberg.read;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.domain.source.SourceFormat;

/** Sources as their source.yaml would declare them, for files that tests read. */
final class SourceFolders {
    private SourceFolders() {}

    /** A source of one file that is a part of something larger, with the file's true length and digest. */
    static Source part(SourceFormat format, Path file) {
        return source(format, file, false);
    }

    /** The same, saying that it is complete. */
    static Source complete(SourceFormat format, Path file) {
        return source(format, file, true);
    }

    static Path fixture(String name) {
        try {
            URL url = Objects.requireNonNull(SourceFolders.class.getResource("/fixtures/records/" + name + ".csv"));
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Source declared(SourceFormat format, Path folder, SourceFile file, boolean complete) {
        return declared(format, folder, List.of(file), complete);
    }

    static Source declared(SourceFormat format, Path folder, List<SourceFile> files, boolean complete) {
        return new Source(
                "bank/2025-11-30",
                folder,
                "bank",
                "Financed projects",
                format,
                StandardCharsets.UTF_8,
                Institution.EIB,
                "EUR",
                LocalDate.of(2025, 11, 30),
                LocalDate.of(2025, 12, 1),
                "none stated",
                "https://example.org/",
                false,
                files,
                new Coverage(
                        Institution.EIB,
                        Stage.SIGNED,
                        Place.WORLD,
                        LocalDate.of(1959, 1, 1),
                        LocalDate.of(2025, 11, 30),
                        complete));
    }

    /** The same source, whose text is of another encoding. */
    static Source encoded(Source source, Charset encoding) {
        return new Source(
                source.id(),
                source.folder(),
                source.publisher(),
                source.dataset(),
                source.format(),
                encoding,
                source.institution(),
                source.currency(),
                source.published(),
                source.accessed(),
                source.licence(),
                source.url(),
                source.synthetic(),
                source.files(),
                source.coverage());
    }

    private static Source source(SourceFormat format, Path file, boolean complete) {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var length = bytes.transferTo(OutputStream.nullOutputStream());
            var sha256 = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
            var folder = Objects.requireNonNull(file.getParent());
            var name = file.getFileName().toString();
            return declared(format, folder, new SourceFile(name, length, sha256), complete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
