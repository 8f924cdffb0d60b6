package kirchberg.schedule;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The DAG, loaded by Python against stand-ins for Airflow. */
record Dag(List<String> asked, String command) {
    static final String WHY_NOT = "skipped: no python3 on PATH, so the DAG is not loaded";

    private static final Path FILE = Schedules.FOLDER.resolve("airflow_dag.py");

    static boolean canBeLoaded() {
        var found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
        if (!found) {
            System.out.println(WHY_NOT);
        }
        return found;
    }

    static Dag load(Path folder) throws IOException, InterruptedException {
        var command = folder.resolve("command.sh");
        var loader = Path.of("src/test/resources/schedule/load_dag.py").toString();
        return new Dag(python(folder, List.of(loader, FILE.toString(), command.toString())), Files.readString(command));
    }

    /** Compiles the DAG; Python says what is wrong with it, or nothing. */
    static List<String> compile(Path folder) throws IOException, InterruptedException {
        var compiled = folder.resolve("dag.pyc").toString();
        var script = "import py_compile, sys; py_compile.compile(sys.argv[1], cfile=sys.argv[2], doraise=True)";
        return python(folder, List.of("-c", script, FILE.toString(), compiled));
    }

    private static List<String> python(Path folder, List<String> arguments) throws IOException, InterruptedException {
        var out = folder.resolve("python.out");
        var process = new ProcessBuilder(Stream.concat(Stream.of("python3", "-B"), arguments.stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        var code = process.start().waitFor();
        var lines = Files.readAllLines(out);
        if (code != 0) {
            throw new AssertionError("python3 ends with " + code + ": " + String.join("\n", lines));
        }
        return lines;
    }
}
