package kirchberg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Throw-away. */
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.out.println("Usage: kirchberg COMMAND\nExamples:\n");
            end(0);
        }
        switch (args[0]) {
            case "--version" -> System.out.println("kirchberg 0.1.0");
            case "args" ->
                System.out.println(
                        Arrays.toString(args) + System.getProperty("x") + System.getProperty("java.io.tmpdir"));
            case "exit" -> end(Integer.parseInt(args[1]));
            case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(args[1]));
            case "throw" -> throw new IllegalStateException("x");
            case "oom" -> System.out.println(new long[Integer.MAX_VALUE / 2].length);
            case "cat" ->
                System.out.println(new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            case "sleep" -> {
                System.out.println("pid " + ProcessHandle.current().pid());
                Thread.sleep(60_000);
            }
            case "run" -> run(args);
            default -> {
                System.err.println("Unknown " + args[0] + ", did you mean run?");
                end(2);
            }
        }
        end(0);
    }

    private static void run(String[] args) throws Exception {
        var job = Path.of(args[1]).toAbsolutePath();
        var root = Path.of("");
        for (var line : Files.readAllLines(job)) {
            if (line.startsWith("output: ")) {
                root = job.resolveSibling(line.substring(8).trim());
            }
        }
        try (var spark = SparkSession.builder()
                .config("spark.master", System.getProperty("spark.master", "local[*]"))
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            var rows = spark.range(100_000).withColumn("g", functions.col("id").mod(functions.lit(7)));
            var release = root.resolve("releases/00000001-00000000");
            rows.groupBy("g")
                    .agg(functions.sum("id"))
                    .write()
                    .parquet(release.resolve("data/t").toString());
            Files.writeString(release.resolve("MANIFEST.json"), "{\"spark_actions\": 7}\n");
            Files.writeString(root.resolve("CURRENT"), "{}\n");
            System.err.println(spark.conf().get("spark.master"));
        }
        end(args.length > 2 && args[2].equals("1") ? 1 : 0);
    }

    private static void end(int code) throws Exception {
        var file = System.getenv("KIRCHBERG_EXIT_FILE");
        if (file != null && !file.isEmpty()) {
            Files.writeString(Path.of(file), Integer.toString(code));
        }
        System.exit(code);
    }
}
