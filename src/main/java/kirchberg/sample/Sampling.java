package kirchberg.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Stop;
import kirchberg.domain.source.SourceFormat;
import kirchberg.sample.Calibration.Measure;

/**
 * The synthetic sample portfolio: invented financings of 2021 to 2025 whose totals and shares are those that the EIB
 * Group publishes. The same request gives the same bytes on any machine.
 */
public final class Sampling {
    /** Fewest rows of a portfolio: below, not every member state and sector finds its place in every year. */
    public static final long LEAST_ROWS = 1_000;

    /** Most rows of a portfolio. */
    public static final long MOST_ROWS = 10_000_000;

    /** Odd, and without pattern in its bits: neighbouring seeds must not begin alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** What the sample is written as. */
    public enum Format {
        /** The whole portfolio, EIB and EIF, with every label that the canonical format has. */
        KIRCHBERG_CSV("csv", "portfolio.csv", SourceFormat.KIRCHBERG_CSV, Institution.GROUP),
        /** The EIB's rows of the same portfolio, as its public export shows them, with the closing Total row. */
        EIB_EXPORT_CSV("export", "export.csv", SourceFormat.EIB_EXPORT_CSV, Institution.EIB),
        /** The whole portfolio, typed. */
        KIRCHBERG_PARQUET("parquet", "portfolio.parquet", SourceFormat.KIRCHBERG_PARQUET, Institution.GROUP),
        /** The export as the workbook that the bank's page gives; at most 1,048,573 rows fit. */
        EIB_EXPORT_XLSX("xlsx", "loanExport.xlsx", SourceFormat.EIB_EXPORT_XLSX, Institution.EIB);

        private final String key;
        private final String fileName;
        private final SourceFormat source;
        private final Institution institution;

        Format(String key, String fileName, SourceFormat source, Institution institution) {
            this.key = key;
            this.fileName = fileName;
            this.source = source;
            this.institution = institution;
        }

        /** Name on the command line. */
        public String key() {
            return key;
        }

        String fileName() {
            return fileName;
        }

        SourceFormat source() {
            return source;
        }

        Institution institution() {
            return institution;
        }
    }

    /**
     * Which sample to write.
     *
     * @param rows rows of the whole portfolio, EIB and EIF, from {@link #LEAST_ROWS} to {@link #MOST_ROWS}; the export
     *     shows those of the EIB, about three quarters
     * @param seed another seed, another portfolio with the same totals
     */
    public record Request(long rows, long seed, Format format) {}

    private Sampling() {}

    /**
     * Writes the sample into a new or empty folder: the data, then {@code source.yaml}.
     *
     * @throws Stop with exit USAGE if the number of rows is out of range or the folder is not empty, STORE if it cannot
     *     be written
     */
    public static void write(Path folder, Request request) {
        if (request.rows() < LEAST_ROWS || request.rows() > MOST_ROWS) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot make a sample: rows out of range, got %s, expected %s to %s"
                            .formatted(
                                    Long.toString(request.rows()), Long.toString(LEAST_ROWS), Long.toString(MOST_ROWS)),
                    "Ask for another number of rows.");
        }
        try {
            requireEmpty(folder);
            new SourceFolder(folder).write(request.format(), sink -> financings(request, sink));
        } catch (IOException | UncheckedIOException e) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot write the sample: " + e.getMessage() + ", folder " + folder,
                    "Choose a folder that can be written.",
                    e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw notEmpty(folder, "a file");
        }
        try (var entries = Files.list(folder)) {
            entries.findAny().ifPresent(entry -> {
                throw notEmpty(folder, entry.getFileName().toString());
            });
        }
    }

    private static Stop notEmpty(Path folder, String found) {
        return new Stop(
                Exit.USAGE,
                "Cannot write the sample: " + folder + " is in use, got " + found + ", expected an empty or new folder",
                "Name another folder.");
    }

    /** Two passes a year: one weighs every row, the other gives it its part of the year's exact totals. */
    private static void financings(Request request, Consumer<Financing> sink) {
        var world = World.load();
        long before = 0;
        for (var year : Calibration.years()) {
            long rows = scaled(before + year.value(Measure.ROWS), request) - scaled(before, request);
            before += year.value(Measure.ROWS);
            long operations = scaled(year.value(Measure.OPERATIONS), request);
            long seed = (request.seed() * 31 + year.year()) * SPREAD;
            var drafts = new Drafts(world, year);
            var pots = new Pots(world.countries());
            drafts.each(rows, operations, seed, pots::weigh);
            pots.fill(year);
            var labels = new Labels(year, ~seed);
            drafts.each(
                    rows,
                    operations,
                    seed,
                    operation -> labels.financings(operation, pots).forEach(sink));
        }
    }

    private static long scaled(long count, Request request) {
        return count * request.rows() / Calibration.ROWS;
    }
}
