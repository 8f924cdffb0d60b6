package kirchberg.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.config.YamlMap.Item;
import kirchberg.domain.Exit;
import kirchberg.domain.Problem;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.source.Job;
import kirchberg.domain.source.Source;

/** The doors of this room. Nothing outside opens a configuration file. */
public final class Configuration {
    private Configuration() {}

    /**
     * The job that a file describes. Whether the folders that it names exist is not asked here.
     *
     * @throws Stop with exit 2 and every problem of the file, or if there is no such file
     */
    public static Job job(Path jobFile) {
        var file = openJob(jobFile);
        var contents = file.contents();
        stopAt(file.file().problems());
        return contents.orElseThrow().job();
    }

    /**
     * Every problem of a job: of its file, of the {@code source.yaml} of each source and of each claim file; what the
     * job names and does not exist is a problem of the job file. Empty if all is well.
     *
     * @throws Stop with exit 2 if there is no job file
     */
    public static List<Problem> problems(Path jobFile) {
        var file = openJob(jobFile);
        var contents = file.contents();
        var taken = new HashMap<String, String>();
        var inner = contents.stream()
                .flatMap(job ->
                        Stream.of(sourceProblems(file.file(), job), claimProblems(file.file(), job.claims(), taken)))
                .flatMap(List::stream)
                .toList();
        contents.flatMap(JobFile.Contents::reference)
                .filter(item -> !Files.isDirectory(item.value()))
                .ifPresent(item -> reportMissing(file.file(), "reference", item, "a folder"));
        return Stream.concat(file.file().problems().stream(), inner.stream()).toList();
    }

    /**
     * The job that a file describes, after everything that it names was looked through.
     *
     * @throws Stop with exit 2 and every problem of the job, its sources and its claims
     */
    public static Job validJob(Path jobFile) {
        stopAt(problems(jobFile));
        return job(jobFile);
    }

    /**
     * Properties of a file in Java's format, such as {@code jobs/spark-defaults.conf}.
     *
     * @throws Stop with exit 2 if it cannot be read
     */
    public static Map<String, String> properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot read the properties of Spark: " + why(file, e) + ", got " + file,
                    "Name a file of lines KEY VALUE, such as jobs/spark-defaults.conf.",
                    e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> properties.getProperty(name).strip()));
    }

    private static String why(Path file, Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return Files.isDirectory(file) ? "this is a folder" : "this is no text of properties";
    }

    /**
     * The source in a folder. Its data files are not opened.
     *
     * @throws Stop with exit 2 and every problem of its {@code source.yaml}; with exit 3 if there is none
     */
    public static Source source(Path folder) {
        var source = new SourceFolder(folder);
        var contents = source.source();
        stopAt(source.file().problems());
        return contents.orElseThrow();
    }

    /**
     * The claims of all files and of all YAML files in all folders, sorted by id.
     *
     * @throws Stop with exit 2 and every problem of every file; with exit 3 if a file or folder is missing
     */
    public static List<Claim> claims(List<Path> filesOrFolders) {
        var taken = new HashMap<String, String>();
        var files = filesOrFolders.stream()
                .flatMap(path -> existing(path).stream())
                .distinct()
                .map(path -> new ClaimFile(path, taken))
                .toList();
        var claims = files.stream()
                .flatMap(file -> file.claims().stream())
                .sorted(Comparator.comparing(Claim::id))
                .toList();
        stopAt(files.stream().flatMap(file -> file.file().problems().stream()).toList());
        return claims;
    }

    /**
     * SHA-256, in lower case hexadecimal, over the names and bytes of a file, or of all files below a folder in the
     * order of their names. Hidden files are left out. Neither time nor the folder's own place changes it.
     *
     * @throws Stop with exit 3 if there is no such file or folder, or one cannot be read
     */
    public static String digest(Path fileOrFolder) {
        return Folder.digest(fileOrFolder);
    }

    /**
     * SHA-256 of the bytes of a file, whatever its name, in lower case hexadecimal.
     *
     * @throws Stop with exit 3 if there is no such file, or it cannot be read
     */
    public static String sha256(Path file) {
        return Folder.sha256(file);
    }

    static JobFile openJob(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Stop(Exit.USAGE, "Cannot read the job: there is no file " + path, "Name a job file that exists.");
        }
        return new JobFile(path);
    }

    private static List<Problem> sourceProblems(YamlFile job, JobFile.Contents contents) {
        var problems = new ArrayList<Problem>();
        var ids = new ArrayList<String>();
        var good = new ArrayList<Item<Source>>();
        for (var item : contents.sources()) {
            ids.add(SourceFolder.id(item.value()));
            if (SourceFolder.isOne(item.value())) {
                var source = new SourceFolder(item.value());
                var read = source.source();
                problems.addAll(source.file().problems());
                read.filter(s -> source.file().problems().isEmpty())
                        .ifPresent(s -> good.add(new Item<>(s, item.spot())));
            } else {
                reportMissing(
                        job,
                        "sources",
                        item,
                        "a folder with a " + SourceFolder.YAML
                                + (contents.inboxes().contains(item.value())
                                        ? " in it; kirchberg run makes one of a list that lies there"
                                        : ""));
            }
        }
        contents.overlaps().check(ids, good);
        return problems;
    }

    private static List<Problem> claimProblems(YamlFile job, List<Item<Path>> claims, Map<String, String> taken) {
        var problems = new ArrayList<Problem>();
        for (var item : claims) {
            var files = Folder.yamlFiles(item.value());
            if (files.isEmpty()) {
                reportMissing(job, "claims", item, "a YAML file, or a folder of them");
            }
            for (var path : files) {
                var file = new ClaimFile(path, taken);
                file.claims();
                problems.addAll(file.file().problems());
            }
        }
        return problems;
    }

    private static void reportMissing(YamlFile job, String key, Item<Path> item, String expected) {
        job.add(
                key,
                item.spot(),
                "there is nothing to read at " + Grammar.shown(item.value().toString(), 200),
                "expected " + expected);
    }

    private static List<Path> existing(Path path) {
        var files = Folder.yamlFiles(path);
        if (files.isEmpty()) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot read claims: there is nothing at " + path + ", expected a YAML file, or a folder of them",
                    "Name a claim file that exists.");
        }
        return files;
    }

    private static void stopAt(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Problem.stop(problems);
        }
    }
}
