package kirchberg.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code CURRENT}: which release readers see.
 *
 * @param generation 1 for the first release of a root, one more with each swap
 * @param previous run that was current before; null for the first
 * @param token new for every swap, so that no two contents are equal
 * @param at moment of the run, ISO 8601
 */
record Pointer(
        long generation,
        String run,
        String manifestSha256,
        @Nullable String previous,
        String token,
        String at) {
    private static final String NAME = "CURRENT";
    private static final String HISTORY = "history";
    private static final String RUN_ID = "[0-9A-Za-z-]+";
    private static final int READS = 3;

    /** With which a run id begins. */
    static final int GENERATION_DIGITS = 8;

    /** What the root points to now; empty before the first release. */
    static Optional<Pointer> read(Path root) {
        if (Files.isRegularFile(root)) {
            return Optional.empty();
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return Optional.of(parse(root.resolve(NAME), Files.readAllBytes(root.resolve(NAME))));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                if (attempt == READS) {
                    throw Disk.fault("read", root.resolve(NAME), e);
                }
            }
        }
    }

    /** The pointer of the next run: not sealed yet, its token still the chance that the run was given. */
    static Pointer plan(Path root, String randomHex) {
        if (!randomHex.matches("[0-9a-f]{8,}")) {
            throw new IllegalArgumentException(
                    "Cannot begin a run: got \"" + randomHex + "\", expected 8 or more hexadecimal digits");
        }
        var base = read(root);
        base.ifPresent(pointer -> pointer.remember(root));
        var next = base.map(Pointer::generation).orElse(0L) + 1;
        var run = String.format(Locale.ROOT, "%08d-%s", next, randomHex.substring(0, 8));
        return new Pointer(next, run, "", base.map(Pointer::run).orElse(null), randomHex, "");
    }

    /** The pointer with its manifest, and a token that no other swap has: a run id is used once. */
    Pointer sealed(String sha256, Instant now) {
        var unique = Disk.sha256((run + token + sha256).getBytes(StandardCharsets.UTF_8));
        return new Pointer(generation, run, sha256, previous, unique.substring(0, 32), now.toString());
    }

    /** Every pointer that a root ever had and still remembers, oldest first. */
    static List<Pointer> published(Path root) {
        var history = root.resolve(HISTORY);
        if (!Files.isDirectory(history)) {
            return read(root).stream().toList();
        }
        try (var files = Files.list(history)) {
            var remembered = files.sorted().map(Pointer::parse).toList();
            return Stream.concat(remembered.stream(), read(root).stream())
                    .distinct()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw Disk.fault("read", history, new IOException(e));
        }
    }

    private static Pointer parse(Path file) {
        try {
            return parse(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pointer parse(Path file, byte[] bytes) {
        var json = Manifest.tree(file, bytes);
        var pointer = new Pointer(
                json.path("generation").asLong(),
                json.path("run").asText(),
                json.path("manifest_sha256").asText(),
                json.path("previous").textValue(),
                json.path("token").asText(),
                json.path("at").asText());
        if (pointer.generation < 1 || !pointer.run.matches(RUN_ID)) {
            throw Manifest.broken(file, "generation " + pointer.generation + " and run \"" + pointer.run + "\"");
        }
        return pointer;
    }

    private JsonNode json() {
        return Manifest.JSON
                .createObjectNode()
                .put("generation", generation)
                .put("run", run)
                .put("manifest_sha256", manifestSha256)
                .put("previous", previous)
                .put("token", token)
                .put("at", at);
    }

    /** Makes this the content of CURRENT, unless it moved since the run began; only reading it back decides. */
    void swap(Path root) {
        var before = read(root).map(Pointer::generation).orElse(0L);
        if (before != generation - 1) {
            throw lost(before);
        }
        try {
            Disk.replace(root.resolve(NAME), root.resolve(NAME + "." + token), Manifest.bytes(json()));
        } catch (Stop fault) {
            confirm(root, fault);
            return;
        }
        confirm(root, null);
        remember(root);
    }

    private void confirm(Path root, @Nullable Stop fault) {
        var now = readBack(root, fault);
        if (now.isPresent() && now.get().token.equals(token)) {
            return;
        }
        var generationNow = now.map(Pointer::generation).orElse(0L);
        throw fault != null && generationNow == generation - 1 ? fault : lost(generationNow);
    }

    private Optional<Pointer> readBack(Path root, @Nullable Stop fault) {
        try {
            return read(root);
        } catch (Stop unreadable) {
            throw new Stop(
                    Exit.UNKNOWN,
                    "Cannot tell whether run " + run + " was published: CURRENT cannot be read back",
                    "Delete nothing. Look at CURRENT, then run again: the next run settles it.",
                    fault == null ? unreadable : fault);
        }
    }

    private Stop lost(long now) {
        return new Stop(
                Exit.LOCKED,
                "Cannot publish run " + run + ": CURRENT was moved by someone else, got generation " + now
                        + ", expected " + (generation - 1),
                "Run again; never copy files into a root by hand.");
    }

    /** Leaves a copy for the audit, unless there is one. A failure is no reason to fail a run. */
    private void remember(Path root) {
        try {
            var file = Disk.folders(root.resolve(HISTORY)).resolve(String.format(Locale.ROOT, "%08d.json", generation));
            if (!Files.exists(file)) {
                Disk.write(file, Manifest.bytes(json()));
            }
        } catch (Stop forgotten) {
            return;
        }
    }
}
