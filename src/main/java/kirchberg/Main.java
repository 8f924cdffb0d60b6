package kirchberg;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import kirchberg.domain.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

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
            VerifyCommand.class,
            RollbackCommand.class,
            UnlockCommand.class,
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

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "Standard error as text (default) or json, one object per line.",
            scope = CommandLine.ScopeType.INHERIT)
    private Logs.Format logFormat = Logs.Format.TEXT;

    private @Nullable Logs logs;

    public static void main(String[] args) {
        var out = utf8(new FileOutputStream(FileDescriptor.out));
        var err = utf8(new RedactedStream(new FileOutputStream(FileDescriptor.err)));
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
     * The command line without the exit: writes to the given writers and gives the exit code. Nothing gets past: for
     * whatever ends its main thread, Java exits with 1, which here means that a claim fails.
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        var main = new Main();
        try {
            return main.execute(args, out, err);
        } catch (Throwable e) { // the heap may be full, or a class missing
            return main.complaints().of(e, err);
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
                .registerConverter(LocalDate.class, ArgumentText::day)
                .registerConverter(Duration.class, ArgumentText::duration)
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler(this::usage)
                .setExecutionExceptionHandler(
                        (e, command, parsed) -> complaints().of(e, command.getErr()))
                .execute(args);
    }

    private Complaints complaints() {
        return new Complaints(verbose, logs);
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

    private int execute(ParseResult parsed) {
        openLogs();
        return new CommandLine.RunLast().execute(parsed);
    }

    private void openLogs() {
        if (logFormat == Logs.Format.JSON && logs == null) {
            logs = new Logs(spec.commandLine().getErr(), Clock.systemUTC());
            spec.commandLine().setErr(new PrintWriter(logs, true));
            Logs.configureLog4j(verbose);
        }
    }

    private int usage(ParameterException exception, String[] args) {
        openLogs();
        return Complaints.ofUsage(exception);
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
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
