package kirchberg.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of {@code jobs/schedule} as their engines would read them. */
final class Schedules {
    static final Path FOLDER = Path.of("jobs/schedule").toAbsolutePath();

    private static final Pattern CRON_VARIABLE = Pattern.compile("([A-Z_]+)=(.*)");

    private Schedules() {}

    static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    /** The only document of a YAML file. */
    static Map<?, ?> yaml(String file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(file));
    }

    /** A value by its place, such as {@code spec/template/containers/0/image}. */
    static Object at(Object tree, String place) {
        var value = tree;
        for (var step : place.split("/", -1)) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) value).get(step);
            if (value == null) {
                throw new AssertionError("Nothing at " + step + " of " + place);
            }
        }
        return value;
    }

    /** The lines of a unit file, key and value. */
    static Map<String, String> unit(String file) throws IOException {
        return text("systemd/" + file)
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    /** The variables that a crontab gives to its lines. */
    static Map<String, String> cronVariables() throws IOException {
        return text("crontab")
                .lines()
                .map(CRON_VARIABLE::matcher)
                .filter(line -> line.matches())
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    /** The lines of a crontab that start something: five fields and a command. */
    static List<String> cronLines() throws IOException {
        return text("crontab").lines().filter(line -> line.matches("[0-9*].*")).toList();
    }

    /**
     * The command of a line as cron hands it to the shell: up to a bare percent sign, and the escaped ones made bare.
     */
    static String cronCommand(String line) {
        var command = line.split(" ", 6)[5];
        return command.split("(?<!\\\\)%", 2)[0].replace("\\%", "%");
    }
}
