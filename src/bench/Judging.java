import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import kirchberg.check.Checking;
import kirchberg.classify.Classification;
import kirchberg.clean.Cleaning;
import kirchberg.config.Configuration;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Quotient;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.source.Coverage;
import kirchberg.publish.Publishing;
import kirchberg.read.Reading;
import kirchberg.table.Financings;
import org.apache.spark.sql.SparkSession;

/** Makes a released table of financings, then judges claims on it in two ways: the work of judging.sh. */
final class Judging {
    private static final Publication PUBLICATION =
            new Publication("bench", "Made up", LocalDate.of(2026, 1, 1), "en", "");
    private static final List<String> COUNTRIES = List.of("AT", "BE", "DE", "ES", "FR", "GR", "IT", "LU", "PL", "PT");

    private Judging() {}

    /** A question of one figure: what it is of, what it is counted by, and what we found. */
    private record Question(Subject subject, String countedBy, Interval found) {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "make" -> make(Path.of(args[1]), Path.of(args[2]), args[3]);
            case "judge" -> judge(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Reads, cleans and classifies a portfolio, and writes its financings as a release holds them. */
    private static void make(Path source, Path reference, String root) {
        var spark = spark();
        var raw = Reading.portfolio(spark, Configuration.source(source));
        var references = Reading.reference(spark, reference);
        try (var opened = Publishing.open(root)) {
            var draft = opened.begin("00000000");
            draft.write(Financings.TABLE, Classification.classify(Cleaning.financings(raw), references));
            System.out.println(draft.folder().resolve("data").resolve(Financings.TABLE.name() + ".parquet"));
        }
        spark.stop();
    }

    private static SparkSession spark() {
        return SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.dataFrameQueryContext.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .getOrCreate();
    }

    private static void judge(String parquet, int count, int neighbours, int most) throws Exception {
        var claims = claims(count);
        System.out.printf("%-52s %11s %11s%n", "", "by clock", "of cores");
        var spark = timed("start of Spark", Judging::spark);
        var begin = Time.now();
        var findings = ours(spark, parquet, claims);
        var ours = begin.since();
        ours.say("ours: " + claims.size() + " claims and all their neighbours");
        spark.stop();
        var all = findings.stream().flatMap(f -> questions(f, neighbours).stream()).toList();
        var asked = asked(all, most);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            begin = Time.now();
            var compared = theirs(connection, parquet, asked);
            var theirs = begin.since();
            theirs.say("DuckDB: " + asked.size() + " of " + all.size() + " queries");
            System.out.printf("equal to the cent: %d answers compared%n", compared);
            System.out.printf("%-52s %11.1f %11.1f%n", "ratio: DuckDB for " + all.size() + " queries, over ours",
                    1.0 * theirs.wall * all.size() / asked.size() / ours.wall,
                    1.0 * theirs.cpu * all.size() / asked.size() / ours.cpu);
        }
    }

    /** So many of the questions, spread evenly. */
    private static List<Question> asked(List<Question> all, int most) {
        var asked = new ArrayList<Question>();
        for (var i = 0; i < Math.min(most, all.size()); i++) {
            asked.add(all.get((int) ((long) i * all.size() / Math.min(most, all.size()))));
        }
        return asked;
    }

    /** Nanoseconds by the clock, and of all cores together. */
    private record Time(long wall, long cpu) {

        static Time now() {
            var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Time(System.nanoTime(), system.getProcessCpuTime());
        }

        Time since() {
            var now = now();
            return new Time(now.wall - wall, now.cpu - cpu);
        }

        void say(String what) {
            System.out.printf("%-52s %9.2f s %9.2f s%n", what, wall / 1e9, cpu / 1e9);
        }
    }

    private static List<Finding> ours(SparkSession spark, String parquet, List<Claim> claims) {
        var financings = spark.read().schema(Financings.TABLE.schema()).parquet(parquet);
        var labels = claims.stream().map(Claim::of).filter(l -> l != null).distinct().toList();
        var cells = timed("  cells", () -> Checking.cells(financings, labels).collectAsList());
        var operations = timed("  groups of operations", () -> Checking.operations(financings, claims).collectAsList());
        System.out.printf("  %d cells, %d groups%n", cells.size(), operations.size());
        var coverage = new Coverage(
                Institution.GROUP, Stage.SIGNED, Place.WORLD, LocalDate.of(2015, 1, 1), LocalDate.of(2030, 12, 31), true);
        var complete = List.of(Stage.values()).stream()
                .map(s -> new Coverage(coverage.institution(), s, Place.WORLD, coverage.from(), coverage.to(), true))
                .toList();
        return timed("  judgement", () -> Checking.findings(new Checking.Measured(
                cells, operations, claims, complete, Map.of(), LocalDate.of(2031, 1, 1))));
    }

    private static <T> T timed(String what, Supplier<T> work) {
        var begin = Time.now();
        var result = work.get();
        begin.since().say(what);
        return result;
    }

    /** The claim itself and its first neighbours. */
    private static List<Question> questions(Finding finding, int neighbours) {
        var questions = new ArrayList<Question>();
        var own = finding.evidence();
        questions.add(new Question(finding.claim().subject(), "", own == null ? null : own.possible()));
        finding.outlook().neighbours().stream()
                .limit(neighbours)
                .forEach(n -> questions.add(new Question(n.subject(), n.countedBy(), n.possible())));
        return questions;
    }

    /** Claims of every measure, label, place and year, with figures that nobody printed. */
    private static List<Claim> claims(int count) {
        var random = new Random(1);
        var claims = new ArrayList<Claim>();
        for (var i = 0; i < count; i++) {
            claims.add(claim("claim-" + i, random));
        }
        return claims;
    }

    private static Claim claim(String id, Random random) {
        var measure = List.of(
                        Measure.AMOUNT, Measure.AMOUNT, Measure.SHARE, Measure.SHARE, Measure.OPERATIONS,
                        Measure.GROWTH, Measure.OPERATIONS_GROWTH)
                .get(random.nextInt(7));
        var grows = measure == Measure.GROWTH || measure == Measure.OPERATIONS_GROWTH;
        var from = 2022 + random.nextInt(3);
        var to = grows || random.nextInt(3) > 0 ? from : 2024;
        var period = new Period(from, to, to > from && random.nextBoolean());
        var subject = Subject.signed(
                        List.of(Institution.GROUP, Institution.EIB, Institution.EIF).get(random.nextInt(3)), period, measure)
                .within(place(random))
                .labelled(label(measure, random))
                .against(grows ? Period.year(from - 1) : null);
        return new Claim(id, PUBLICATION, "", subject, Hedge.ABOUT, figure(measure, random), Grade.PRINTED, "", null);
    }

    private static Place place(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Place.WORLD;
            case 2 -> Place.EU;
            case 3 -> Place.NON_EU;
            default -> new Place(Place.Kind.COUNTRY, COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        };
    }

    private static Label label(Measure measure, Random random) {
        var all = Label.all();
        return switch (measure) {
            case SHARE -> all.get(random.nextInt(all.size()));
            case AMOUNT -> random.nextBoolean() ? all.get(random.nextInt(all.size())) : null;
            case OPERATIONS -> random.nextInt(3) > 0 ? null : all.get(random.nextInt(2));
            default -> null;
        };
    }

    private static Figure figure(Measure measure, Random random) {
        return switch (measure) {
            case AMOUNT -> Figure.parse((1 + random.nextInt(90)) + " bn EUR");
            case SHARE -> Figure.parse((1 + random.nextInt(99)) + " %");
            case OPERATIONS -> Figure.parse(String.valueOf(100 + random.nextInt(900)));
            default -> Figure.parse((1 + random.nextInt(9)) + " x");
        };
    }

    // ---- the same questions in SQL ----

    private static long theirs(Connection connection, String parquet, List<Question> questions) throws SQLException {
        var compared = 0L;
        try (var statement = connection.createStatement()) {
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("SET enable_object_cache = true");
            for (var question : questions) {
                try (var answer = statement.executeQuery(sql(question, parquet))) {
                    compared += compare(question, answer);
                }
            }
        }
        return compared;
    }

    private static String sql(Question question, String parquet) {
        var s = question.subject();
        var years = new LinkedHashSet<>(s.period().years());
        if (s.against() != null) {
            years.addAll(s.against().years());
        }
        var byYear = s.period().each() || s.against() != null;
        var isGroup = s.institution() == Institution.GROUP;
        var sure = s.resources() == Resources.OWN && s.institution() != Institution.EIF ? "false" : certain(s.place());
        var rows = "SELECT signature_year AS y, " + sure + " AS sure, operation_id, operation_key, operation_name, "
                + "contract_id, institution = 'EIF' AND joint_amount_eur IS NULL AS open, "
                + (isGroup ? "amount_eur - CASE WHEN institution = 'EIF' THEN coalesce(joint_amount_eur, 0) ELSE 0 END"
                        : "amount_eur") + " AS a, "
                + (s.of() == null ? "1::DECIMAL(9,8) AS lo, 1::DECIMAL(9,8) AS hi"
                        : s.of().key() + "_low_share AS lo, " + s.of().key() + "_high_share AS hi")
                + " FROM read_parquet('" + parquet + "') WHERE stage = '" + s.stage() + "'"
                + (isGroup ? "" : " AND institution = '" + s.institution() + "'")
                + " AND signature_year IN (" + String.join(", ", years.stream().map(String::valueOf).toList()) + ")"
                + possible(s.place());
        var year = byYear ? "y" : "0";
        return "SELECT " + year + ", " + measures(question, isGroup) + " FROM (" + rows + ") GROUP BY 1";
    }

    private static String certain(Place place) {
        return switch (place.kind()) {
            case EU -> "eu_membership = 'IN'";
            case NON_EU -> "eu_membership = 'OUT'";
            case COUNTRY -> "country_code IS NOT NULL";
            default -> "true";
        };
    }

    private static String possible(Place place) {
        return switch (place.kind()) {
            case EU -> " AND eu_membership <> 'OUT'";
            case NON_EU -> " AND eu_membership <> 'IN'";
            case COUNTRY -> " AND (country_code = '" + place.code() + "' OR country_code IS NULL)";
            default -> "";
        };
    }

    private static String measures(Question question, boolean isGroup) {
        var sure = isGroup ? "sure AND NOT open" : "sure";
        return switch (question.subject().measure()) {
            case OPERATIONS, OPERATIONS_GROWTH -> counts(question.countedBy());
            case SHARE -> low(sure) + ", " + high(sure) + ", sum(CASE WHEN " + sure + " THEN a END), sum(a), bool_and("
                    + sure + ")";
            default -> low(sure) + ", " + high(sure);
        };
    }

    private static String low(String sure) {
        return "sum(CASE WHEN " + sure + " THEN least(a * lo, a * hi) ELSE least(0, a * lo, a * hi) END)";
    }

    private static String high(String sure) {
        return "sum(CASE WHEN " + sure + " THEN greatest(a * lo, a * hi) ELSE greatest(0, a * lo, a * hi) END)";
    }

    private static String counts(String key) {
        var sure = "sure AND lo > 0";
        return switch (key) {
            case "" -> "greatest(count(DISTINCT CASE WHEN " + sure + " THEN operation_id END), count(DISTINCT CASE WHEN "
                    + sure + " AND operation_id IS NULL THEN operation_key END)), count(DISTINCT CASE WHEN hi > 0 THEN "
                    + "operation_id END) + count(*) FILTER (hi > 0 AND operation_id IS NULL)";
            case "NAME" -> distinct("upper(regexp_replace(operation_name, '\\s+', ' ', 'g'))", sure);
            case "CONTRACT" -> distinct("contract_id", sure);
            default -> "count(*) FILTER (" + sure + "), count(*) FILTER (hi > 0)";
        };
    }

    private static String distinct(String key, String sure) {
        return "count(DISTINCT CASE WHEN " + sure + " THEN " + key + " END), count(DISTINCT CASE WHEN hi > 0 THEN " + key
                + " END) + count(*) FILTER (hi > 0 AND " + key + " IS NULL)";
    }

    /** 1 if the answer was compared and is equal, 0 if SQL alone does not give it; else the benchmark ends. */
    private static int compare(Question question, ResultSet answer) throws SQLException {
        var subject = question.subject();
        var rows = new java.util.TreeMap<Integer, List<BigDecimal>>();
        var isSure = true;
        while (answer.next()) {
            rows.put(answer.getInt(1), List.of(decimal(answer, 2), decimal(answer, 3)));
            if (subject.measure() == Measure.SHARE) {
                isSure &= answer.getBoolean(6);
                rows.put(answer.getInt(1), List.of(decimal(answer, 2), decimal(answer, 3), decimal(answer, 5)));
            }
        }
        var found = question.found();
        if (found == null || subject.period().each() || rows.isEmpty() || !isSure) {
            return 0;
        }
        var expected = expected(subject, rows);
        if (expected == null) {
            return 0;
        }
        if (!expected.equals(found)) {
            throw new IllegalStateException("Answers differ: got " + found.text() + ", SQL gives " + expected.text()
                    + " for " + question);
        }
        return 1;
    }

    private static BigDecimal decimal(ResultSet answer, int column) throws SQLException {
        var value = answer.getBigDecimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static Interval expected(Subject subject, Map<Integer, List<BigDecimal>> rows) {
        if (subject.against() != null) {
            var now = rows.get(subject.period().from());
            var before = rows.get(subject.against().from());
            return now == null || before == null || before.get(0).signum() <= 0 || now.get(0).signum() < 0
                    ? null
                    : Interval.closed(new Quotient(now.get(0), before.get(1)), new Quotient(now.get(1), before.get(0)));
        }
        var all = rows.get(0);
        if (subject.measure() == Measure.SHARE) {
            return all.get(2).signum() <= 0
                    ? null
                    : Interval.closed(new Quotient(all.get(0), all.get(2)), new Quotient(all.get(1), all.get(2)));
        }
        return Interval.closed(all.get(0), all.get(1));
    }
}
