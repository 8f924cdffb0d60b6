import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.read.Reading;
import kirchberg.table.Financings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** One reader at a time, in a process of its own: the work of readers.sh, which says what is measured. */
final class Readers {
    private static final int PER_PAGE = 1_000;
    private static final int PER_XML = 100_000;
    private static final String COLUMNS = "name region country sector signed_on amount description";

    private Readers() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "make-loans" -> make(Path.of(args[1]), new Loans(Path.of(args[2])));
            case "make-iati" -> make(Path.of(args[1]), new Iati(Path.of(args[2])));
            case "read" -> measure(() -> read(Path.of(args[1])));
            case "spark-csv" -> spark(s -> all(s.read().option("header", "true").option("escape", "\"")
                    .schema(schema()).csv(args[1]), COLUMNS.split(" ")));
            case "spark-portfolio" -> spark(s -> all(Reading.portfolio(s, Configuration.source(Path.of(args[1]))),
                    Financings.RAW.names().toArray(String[]::new)));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Our reader to nothing: every row is made and counted; a columnar portfolio is only counted. */
    private static long read(Path folder) {
        var rows = new AtomicLong();
        var source = Configuration.source(folder);
        var totals = Reading.records(source, row -> rows.incrementAndGet());
        return source.format().isColumnar() ? totals.records() : rows.get();
    }

    /** Counts rows, and the values of every column so that none is passed over. */
    private static long all(Dataset<Row> rows, String... columns) {
        var values = Stream.of(columns).map(c -> count(rows.col(c)).as(c)).toArray(Column[]::new);
        return rows.agg(count(lit(1)), values).first().getLong(0);
    }

    private static StructType schema() {
        var schema = new StructType();
        for (var name : COLUMNS.split(" ")) {
            schema = schema.add(name, "string");
        }
        return schema;
    }

    /** The session's start is not measured: ours would pay for it too. */
    private static void spark(java.util.function.ToLongFunction<SparkSession> work) {
        var spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        measure(() -> work.applyAsLong(spark));
        spark.stop();
    }

    /** Prints rows, milliseconds, and the peaks of heap and of resident memory in MiB; or that there is no reader. */
    private static void measure(Supplier<Long> work) {
        try {
            var begin = System.nanoTime();
            var rows = work.get();
            var millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.println(rows + " " + millis + " " + heap() + " " + resident());
        } catch (IllegalStateException e) {
            if (!String.valueOf(e.getMessage()).contains("no reader yet")) {
                throw e;
            }
            System.out.println("absent");
        }
    }

    /** Peaks of the parts of the heap, added up: no less than what was in use at once. */
    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static String resident() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> String.valueOf(Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10))
                    .findFirst()
                    .orElse("-");
        } catch (IOException e) {
            return "-";
        }
    }

    /** Turns the rows of an export into files of another format. */
    private static void make(Path export, Form form) throws Exception {
        Reading.records(Configuration.source(export), form::add);
        form.close();
        var entries = new ArrayList<String>();
        for (var file : form.files) {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            entries.add("  - {name: %s, bytes: %d, sha256: %s}%n"
                    .formatted(file.getFileName(), Files.size(file), HexFormat.of().formatHex(digest)));
        }
        Files.writeString(form.folder.resolve("source.yaml"), """
                publisher: kirchberg
                dataset: Synthetic rows for a benchmark
                format: %s
                institution: EIB
                currency: EUR
                published: 2026-01-31
                accessed: 2026-02-01
                licence: CC0-1.0
                synthetic: true
                covers: {stage: SIGNED, place: WORLD, from: 2021-01-01, to: 2025-12-31, complete: false}
                files:
                %s""".formatted(form.format, String.join("", entries)));
    }

    /** Files of one format, filled row by row. */
    private abstract static class Form {
        final Path folder;
        final List<Path> files = new ArrayList<>();
        private final String format;
        long rows;

        Form(Path folder, String format) {
            this.folder = folder;
            this.format = format;
        }

        final void add(Row row) {
            try {
                write(row);
                rows++;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        abstract void write(Row row) throws IOException;

        abstract void close() throws IOException;

        final Writer next(String name) throws IOException {
            Files.createDirectories(folder);
            files.add(folder.resolve(name.formatted(files.size())));
            return Files.newBufferedWriter(files.get(files.size() - 1));
        }

        static String value(Row row, kirchberg.table.Field field) {
            var text = row.getString(Financings.RAW.names().indexOf(field.name()));
            return text == null ? "" : text;
        }

        static LocalDate day(Row row) {
            return LocalDate.parse(value(row, Financings.SIGNED_ON), DateTimeFormatter.ofPattern("dd/MM/uuuu"));
        }

        final String operation() {
            return String.valueOf(20_000_000 + rows / 2);
        }
    }

    /** Pages of the loans list. */
    private static final class Loans extends Form {
        private final List<String> items = new ArrayList<>();
        private long pages;

        Loans(Path folder) {
            super(folder, "eib-loans-json");
        }

        @Override
        void write(Row row) throws IOException {
            var millis = day(row).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            items.add("""
                    {"id": "%1$s", "title": "%2$s", "description": "%3$s", "primaryTags": [
                    {"subType": "countries", "type": "metadata", "value": "X-COUNTRY", "label": "%4$s"},
                    {"subType": "regions", "type": "metadata", "value": "X-REGION", "label": "%5$s"},
                    {"subType": "sectors", "type": "metadata", "value": "X-SECTOR", "label": "%6$s"}],
                    "additionalInformation": ["%7$s", %8$d], "startDate": %8$d, "endDate": null, "url": "%1$s"}"""
                    .formatted(operation(), value(row, Financings.OPERATION_NAME), value(row, Financings.DESCRIPTION),
                            value(row, Financings.COUNTRY_LABEL), value(row, Financings.REGION_LABEL),
                            value(row, Financings.SECTOR_LABEL), value(row, Financings.AMOUNT_EUR), millis));
            if (items.size() == PER_PAGE) {
                flush();
            }
        }

        /** How many rows there are in all is known at the end only, so a total is not stated truly: it is reported. */
        private void flush() throws IOException {
            try (var page = next("page-%05d.json")) {
                page.write("{\"pageNumber\": " + pages++ + ", \"itemPerPage\": " + PER_PAGE + ", \"resultItems\": "
                        + items.size() + ", \"totalItems\": " + PER_PAGE + ", \"pageable\": true, \"valid\": true,"
                        + " \"message\": \"Success\", \"data\": [\n" + String.join(",\n", items) + "\n]}\n");
            }
            items.clear();
        }

        @Override
        void close() throws IOException {
            if (!items.isEmpty()) {
                flush();
            }
        }
    }

    /** Activity files, one contract with one commitment each. */
    private static final class Iati extends Form {
        private Writer xml;

        Iati(Path folder) {
            super(folder, "iati-xml");
        }

        @Override
        void write(Row row) throws IOException {
            if (rows % PER_XML == 0) {
                close();
                xml = next("activities-%03d.xml");
                xml.write("<?xml version=\"1.0\" ?>\n<iati-activities generated-datetime=\"2026-01-31T00:00:00\""
                        + " version=\"2.02\">\n");
            }
            xml.write("""
                    <iati-activity xml:lang="en" default-currency="EUR">
                    <iati-identifier>XM-DAC-918-3-%1$s-%2$d</iati-identifier>
                    <reporting-org ref="XM-DAC-918-3" type="15"><narrative>European Investment Bank</narrative></reporting-org>
                    <title><narrative>%3$s</narrative></title>
                    <activity-status code="2" />
                    <recipient-country code="MZ" percentage=" 100.000000000" />
                    <sector vocabulary="99" code="35110000"><narrative>RE : solar PV</narrative></sector>
                    <transaction ref="%2$d"><transaction-type code="2" /><transaction-date iso-date="%4$s" />
                    <value currency="EUR" value-date="%4$s">%5$s</value></transaction>
                    </iati-activity>
                    """.formatted(operation(), 100_000 + rows, value(row, Financings.OPERATION_NAME), day(row),
                            value(row, Financings.AMOUNT_EUR).replaceAll("[^0-9]", "")));
        }

        @Override
        void close() throws IOException {
            if (xml != null) {
                xml.write("</iati-activities>\n");
                xml.close();
            }
        }
    }
}
