package kirchberg;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kirchberg.domain.Exit;
import kirchberg.publish.Publishing;
import kirchberg.publish.release.Verified;
import kirchberg.report.Reporting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: is a release still what was published? */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Compares every file of a release with its manifest, then adds every figure up once more. Exits 7 and"
                        + " names each file that is missing, differs or does not belong there.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final RootOptions root = new RootOptions();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RUN",
            description = "Id of a run. Default: the one that readers see.")
    private @Nullable String run;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var address = root.address();
        var verified = run == null ? Publishing.verify(address) : Publishing.verify(address, run);
        spec.commandLine().getOut().println(output.isJson() ? json(verified) : Reporting.visible(text(verified)));
        return verified.isSound() ? 0 : Exit.STORE.code();
    }

    private static String json(Verified verified) {
        return Reporting.json(Map.of(
                "run", verified.run(),
                "sound", verified.isSound(),
                "files", verified.files(),
                "bytes", verified.bytes(),
                "recomputed", verified.isRecomputed(),
                "faults", verified.faults()));
    }

    private static String text(Verified verified) {
        var files = verified.files() + " files, " + verified.bytes() + " bytes";
        if (!verified.isSound()) {
            return "Not as published: " + verified.run() + ", " + files + "\n" + lines(verified.faults());
        }
        return "As published: " + verified.run() + ", " + files
                + (verified.isRecomputed()
                        ? "; every figure added up again, no difference"
                        : "\n  note: an earlier version of the program made it; its figures were not added up again");
    }

    private static String lines(List<String> faults) {
        return "  " + String.join("\n  ", faults);
    }
}
