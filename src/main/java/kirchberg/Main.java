package kirchberg;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import kirchberg.domain.Breakdown;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.report.Reporting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point: reads the command line, prints, and exits with the codes of {@link Exit}. */
@Command(
        name = "kirchberg",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Recomputes the figures that the European Investment Bank Group publishes",
            "about itself, and says of each whether it holds. Not affiliated with the EIB."
        },
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ContradictionsCommand.class,
            ExplainCommand.class,
            ValidateCommand.class,
            ClaimsCommand.class,
            StatusCommand.class,
            AddSourceCommand.class,
            FetchCommand.class,
            DiffCommand.class,
            ExtractCommand.class,
            SampleCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kirchberg run jobs/nightly.yaml                the whole way, on the sample",
            "  kirchberg explain target/kirchberg CLAIM_ID    one figure, step by step",
            "  kirchberg check target/kirchberg --format json verdicts for machines",
            "  kirchberg diff target/kirchberg                what changed since last time",
            "  kirchberg extract release.pdf --out claims.yaml    claims of a press release",
            "  kirchberg validate jobs/nightly.yaml           all mistakes at once",
            "  kirchberg claims --year 2024 --place FR        what was published",
            "",
            "Exit codes: 0 no claim fails, 1 a claim fails, 2 usage or configuration,",
            "3 input, 6 locked, 7 store, 8 outcome unknown, 70 internal error."
        })
public final class Main implements Runnable {
    /** As many columns as a terminal has where nobody says. */
    static final int DEFAULT_WIDTH = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "-v", description = "Show stack traces.", scope = CommandLine.ScopeType.INHERIT)
    private boolean verbose;

    public static void main(String[] args) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        var code = run(
                args,
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8));
        record(code);
        System.exit(code);
    }

    /**
     * Leaves the code for the launcher, which cannot tell ours from those of a JVM that broke. After a signal the code
     * is the signal's, unless there is a result.
     */
    private static void record(int code) {
        var file = System.getenv("KIRCHBERG_EXIT_FILE");
        if (file != null && !(code == Exit.INTERNAL.code() && isEnding())) {
            try {
                Files.writeString(Path.of(file), String.valueOf(code));
            } catch (IOException e) {
                System.err.println("Cannot record the exit code: " + e);
            }
        }
    }

    /** Whether a signal has begun to end the program: it takes no more hooks then. */
    private static boolean isEnding() {
        try {
            var hook = new Thread(() -> {}, "never run");
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /**
     * The command line without the exit: writes to the given writers and gives the exit code. An error of the JVM must
     * not get out, for the JVM would end with 1, which here means that a claim fails.
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        var main = new Main();
        try {
            return main.execute(args, out, err);
        } catch (Throwable e) { // the heap may be full, or a class missing
            return main.told(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int execute(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Main::day)
                .setParameterExceptionHandler(Main::usage)
                .setExecutionExceptionHandler((e, commandLine, parsed) -> told(e, commandLine.getErr()))
                .execute(args);
    }

    /** Whatever was made up is called so, on every way out. */
    static void warnIfSynthetic(boolean synthetic, PrintWriter err) {
        if (synthetic) {
            err.println("SYNTHETIC: the portfolio was made up. These verdicts say nothing about the EIB.");
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private int told(Throwable thrown, PrintWriter err) {
        if (verbose) {
            thrown.printStackTrace(err);
        }
        var stop = thrown instanceof Stop known ? known : Breakdown.of("go on", thrown);
        err.println(Reporting.visible(String.valueOf(stop.getMessage())));
        err.println("What to do: " + Reporting.visible(stop.hint()));
        return stop.exit().code();
    }

    private static int usage(ParameterException exception, String[] args) {
        var commandLine = exception.getCommandLine();
        var err = commandLine.getErr();
        err.println(exception.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
            err.println("What to do: kirchberg " + helpFor(commandLine));
        }
        return Exit.USAGE.code();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("got '" + text + "', expected a day such as 2026-11-24");
        }
    }

    private static String helpFor(CommandLine commandLine) {
        return (commandLine.getParent() == null ? "" : commandLine.getCommandName() + " ") + "--help";
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Version of the jar; "development" outside of one. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"kirchberg " + number()};
        }

        static String number() {
            var version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
