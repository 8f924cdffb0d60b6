package kirchberg;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kirchberg.sample.Sampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample}: a synthetic portfolio. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Writes a synthetic portfolio, calibrated to published totals. The same seed gives the same bytes.")
final class SampleCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--rows", required = true, paramLabel = "N", description = "Number of financings, from 1000.")
    private long rows;

    @Option(
            names = "--seed",
            defaultValue = "20251204",
            paramLabel = "S",
            description = "Seed. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A folder that does not exist yet or is empty.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "F",
            description = "csv, parquet: everything stated that can be; export, xlsx: the seven columns of the bank's"
                    + " public export as CSV or workbook, EIB only.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Form form;

    /** What the command line calls the formats of {@link Sampling}. */
    enum Form {
        CSV(Sampling.Format.KIRCHBERG_CSV),
        PARQUET(Sampling.Format.KIRCHBERG_PARQUET),
        EXPORT(Sampling.Format.EIB_EXPORT_CSV),
        XLSX(Sampling.Format.EIB_EXPORT_XLSX);

        private final Sampling.Format format;

        Form(Sampling.Format format) {
            this.format = format;
        }
    }

    @Override
    public Integer call() {
        Sampling.write(out, new Sampling.Request(rows, seed, form.format));
        spec.commandLine()
                .getOut()
                .printf(
                        "Wrote %d synthetic financings to %s%nNext      name the folder under sources: in a job file%n",
                        rows, out);
        return 0;
    }
}
