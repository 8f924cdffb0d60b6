package kirchberg.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A launcher that ends with the codes it is told, one start after the other, and notes how it was called. */
record StandIn(Path folder) {
    private static final String SCRIPT = """
            #!/bin/sh
            here=$(dirname "$0")
            echo "$*" >>"$here/starts"
            code=$(sed -n "$(wc -l <"$here/starts")p" "$here/codes")
            case " $* " in *" --exit-zero "*) [ "$code" != 1 ] || code=0 ;; esac
            echo "verdicts"
            echo "progress" >&2
            exit "$code"
            """;

    /** In a folder of its own, where it stands for /opt/kirchberg. */
    static StandIn ending(Path folder, String codes) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("codes"), codes.replace(' ', '\n') + "\n");
        Files.deleteIfExists(folder.resolve("starts"));
        var launcher = Files.writeString(folder.resolve("kirchberg"), SCRIPT);
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + launcher + " a program");
        }
        return new StandIn(folder);
    }

    /** The text with this launcher, and logs beside it, in place of the placeholders. */
    String in(String text) {
        return text.replace("/opt/kirchberg", folder.toString()).replace("/var/log/kirchberg", folder.toString());
    }

    /** The arguments of each start. */
    List<String> starts() throws IOException {
        return Files.readAllLines(folder.resolve("starts"));
    }

    /** Runs a command under this environment and nothing of ours, and waits for its end. */
    Answer run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var code = builder.start().waitFor();
        return new Answer(code, Files.readString(out), Files.readString(err));
    }

    /** What came of a command. */
    record Answer(int code, String out, String err) {}
}
