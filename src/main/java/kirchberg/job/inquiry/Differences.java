package kirchberg.job.inquiry;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import kirchberg.clean.Cleaning;
import kirchberg.compare.Comparison;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.difference.Compared;
import kirchberg.domain.difference.Difference;
import kirchberg.domain.difference.Sum;
import kirchberg.domain.release.Address;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Source;
import kirchberg.job.RawRecords;
import kirchberg.job.Session;
import kirchberg.job.ThisProcess;
import kirchberg.job.safety.SparkSettings;
import kirchberg.publish.Publishing;
import kirchberg.publish.release.Draft;
import kirchberg.publish.release.Release;
import kirchberg.publish.release.Root;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What changed between two portfolios, be they releases or source folders. Publishes nothing. */
public final class Differences {
    private Differences() {}

    /** A portfolio that can be compared. */
    private sealed interface Portfolio {
        Dataset<Row> financings(SparkSession spark);

        /** Runs a comparison that reads the rows; a file that breaks under it, or changes meanwhile, is named. */
        default Difference reading(Supplier<Difference> comparison) {
            return comparison.get();
        }

        /**
         * What is to be said of it.
         *
         * @param total its financings
         */
        Compared compared(Sum total);
    }

    private record Released(Release release) implements Portfolio {
        @Override
        public Dataset<Row> financings(SparkSession spark) {
            return release.open(spark, Financings.TABLE);
        }

        @Override
        public Compared compared(Sum total) {
            var amounts = release.rows(Rejects.TABLE).stream()
                    .map(row -> row.<BigDecimal>getAs(Rejects.TABLE.index(Rejects.AMOUNT_EUR)))
                    .toList();
            var readable = amounts.stream().filter(Objects::nonNull).toList();
            return new Compared(
                    "run " + release.runId(),
                    Boolean.TRUE.equals(release.manifest().get("synthetic")),
                    amounts.size(),
                    readable.stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add),
                    amounts.size() - readable.size());
        }
    }

    private record Received(Source source, RawRecords records, ControlTotals control) implements Portfolio {
        static Received read(Source source, Draft draft) {
            var records = new RawRecords(draft, List.of(source));
            return new Received(source, records, records.read().get(0));
        }

        @Override
        public Dataset<Row> financings(SparkSession spark) {
            return Cleaning.financings(records.rows(spark));
        }

        @Override
        public Difference reading(Supplier<Difference> comparison) {
            var difference = records.result(comparison);
            records.requireUnchanged();
            return difference;
        }

        /** What was read and is no financing was rejected. */
        @Override
        public Compared compared(Sum total) {
            return new Compared(
                    "source " + source.id(),
                    source.synthetic(),
                    control.records() - control.controlRows() - total.rows(),
                    control.readableEur().subtract(total.eur()),
                    control.unreadableAmounts());
        }
    }

    /**
     * What changed since the release before.
     *
     * @param root of releases
     * @throws Stop INPUT if it has fewer than two
     */
    public static Difference sinceTheReleaseBefore(String root, Map<String, String> spark) {
        var standing =
                Publishing.release(new Address(root, SparkSettings.of(spark).hadoop()));
        if (!(standing.manifest().get("previous") instanceof String previous)) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot compare: " + root + " has one release, got " + standing.runId() + ", expected two",
                    "Run the job again once its sources have changed, or name two portfolios.");
        }
        return betweenReleases(root, List.of(previous, standing.runId()), spark);
    }

    /**
     * What changed between two releases of one root.
     *
     * @param runs ids of the older and the newer run
     * @throws Stop USAGE for an unknown run, INPUT if there is no release, or too much differs
     */
    public static Difference betweenReleases(String root, List<String> runs, Map<String, String> spark) {
        var address = new Address(root, SparkSettings.of(spark).hadoop());
        var before = new Released(Publishing.release(address, runs.get(0)));
        var after = new Released(Publishing.release(address, runs.get(1)));
        return Session.with(spark, session -> compare(session, before, after));
    }

    /**
     * What changed from one portfolio to another; each is a source folder, or a root, which stands for its standing
     * release.
     *
     * @throws Stop USAGE or INPUT if one of them cannot be read, INPUT if too much differs
     */
    public static Difference between(String before, String after, Map<String, String> spark) {
        try (var first = Publishing.scratch(ThisProcess.terms());
                var second = Publishing.scratch(ThisProcess.terms())) {
            var old = portfolio(new Address(before, SparkSettings.of(spark).hadoop()), first);
            var young = portfolio(new Address(after, SparkSettings.of(spark).hadoop()), second);
            return Session.with(spark, session -> compare(session, old, young));
        }
    }

    private static Portfolio portfolio(Address named, Root scratch) {
        var release = Publishing.standing(named);
        if (release.isPresent()) {
            return new Released(release.get());
        }
        var folder = Path.of(named.root());
        var source = Configuration.source(folder);
        if (source.format().listsOperations()) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot compare " + folder + ": it lists operations, which have no signed amount of one country"
                            + " and sector, got the format " + source.format().key()
                            + ", expected a list of financings",
                    "Name a folder with an export, a loans list or a canonical portfolio.");
        }
        return Received.read(source, scratch.begin());
    }

    private static Difference compare(SparkSession spark, Portfolio before, Portfolio after) {
        return before.reading(() -> after.reading(() -> compared(spark, before, after)));
    }

    private static Difference compared(SparkSession spark, Portfolio before, Portfolio after) {
        var old = before.financings(spark);
        var young = after.financings(spark);
        var totals = Comparison.totals(old, young).collectAsList();
        var years = Comparison.years(totals);
        var notCompared = Comparison.notCompared(totals);
        var whole = Difference.total(years);
        var scope = new Difference.Scope(
                before.compared(whole.before()), after.compared(whole.after()), notCompared, years);
        return Comparison.difference(
                scope, Comparison.contents(old, young, notCompared).collectAsList());
    }
}
