package kirchberg.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kirchberg.aggregate.Aggregation;
import kirchberg.check.Checking;
import kirchberg.classify.Classification;
import kirchberg.clean.Cleaning;
import kirchberg.domain.Breakdown;
import kirchberg.domain.Stop;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Facts;
import kirchberg.domain.release.Step;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Job;
import kirchberg.job.safety.SparkSettings;
import kirchberg.publish.Publishing;
import kirchberg.publish.release.Draft;
import kirchberg.publish.release.Root;
import kirchberg.read.Reading;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Neighbours;
import kirchberg.table.Operations;
import kirchberg.table.ReferenceTables;
import kirchberg.table.Rejects;
import kirchberg.table.Sources;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The sentence of the house: read, clean, classify, aggregate, check, publish, report. One object is one run. */
public final class Run {
    private final Inputs inputs;
    private final Settings settings;
    private final Steps steps;
    private final Draft draft;
    private final StandingRelease standing;
    private final OptionalTables optional;
    private final RawRecords records;
    private final Chronicle chronicle;

    private Run(StandingRelease standing, Settings settings, Draft draft, Chronicle chronicle) {
        this.standing = standing;
        this.chronicle = chronicle;
        this.inputs = standing.inputs();
        this.settings = settings;
        this.steps = new Steps(settings.clock(), settings.progress());
        this.draft = draft;
        this.optional = new OptionalTables(draft, inputs, steps);
        this.records = new RawRecords(draft, inputs.sources());
    }

    /**
     * Runs a job once, unless the standing release was made from the very same inputs.
     *
     * @throws Stop if anything is wrong with the configuration (USAGE), the input (INPUT) or the store (STORE, LOCKED);
     *     what was published before stays as it was
     */
    public static Outcome run(Job job, Settings settings) {
        var chronicle = new Chronicle(job, settings);
        var inputs = chronicle.failing(() -> Inputs.of(job, settings.asOf()));
        try (var root = root(job, settings, chronicle)) {
            return chronicle.of(root, () -> run(inputs, settings, root, chronicle));
        }
    }

    private static Root root(Job job, Settings settings, Chronicle chronicle) {
        var terms = settings.terms().telling(chronicle::reached);
        return chronicle.failing(() -> settings.dryRun()
                ? Publishing.scratch(terms)
                : Publishing.open(
                        new Address(
                                job.output(), SparkSettings.of(settings.spark()).hadoop()),
                        terms));
    }

    private static Outcome run(Inputs inputs, Settings settings, Root root, Chronicle chronicle) {
        root.at(Step.INPUTS);
        var standing = new StandingRelease(root.current().orElse(null), inputs);
        chronicle.knows(standing);
        var unchanged = standing.unchanged();
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        var outcome = new Run(standing, settings, root.begin(), chronicle).run();
        if (outcome.state() == Outcome.State.PUBLISHED) {
            var job = inputs.job();
            root.afterwards(Step.RETAIN, () -> root.retain(job.keepReleases(), Duration.ofDays(job.keepDays())));
        }
        return outcome;
    }

    private Outcome run() {
        try (var session = Session.opening(settings.spark())) {
            draft.at(Step.READ);
            var controls = steps.step("read: records", records::read);
            standing.requireNoneShrunk(controls);
            return run(steps.step("read: start Spark", session::spark), controls);
        } catch (Stop stop) {
            draft.fail(steps.current(), stop);
            return standing.held(stop);
        } catch (Throwable e) { // Spark throws checked exceptions that it does not declare, and a heap can be full
            var stop = Breakdown.of("finish the step " + steps.current(), e);
            draft.fail(steps.current(), stop);
            throw stop;
        }
    }

    private Outcome run(SparkSession spark, List<ControlTotals> controls) {
        var references = Reading.reference(spark, inputs.job().reference());
        inputs.requireKnownPlaces(references.places());
        var rejected = classify(spark, controls, references);
        var coverages = rejected.coverages(inputs);
        var financings = draft.open(spark, Financings.TABLE);
        draft.at(Step.COMPUTE);
        var findings = Steps.together(() -> aggregate(financings), () -> judge(financings, references, coverages));
        draft.at(Step.TABLES);
        record(controls, findings, coverages);
        return publish(spark, new Remarks(draft, inputs, rejected).addTo(controls), findings);
    }

    private RejectedRecords classify(SparkSession spark, List<ControlTotals> controls, ReferenceTables references) {
        draft.at(Step.REJECTS);
        var raw = records.rows(spark);
        var financings = Classification.classify(Cleaning.financings(raw, inputs.precedence()), references);
        Steps.together(
                () -> steps.action(
                        "clean: rejects", () -> written(Rejects.TABLE, Cleaning.rejects(raw, inputs.precedence()))),
                () -> steps.action("classify: financings", () -> written(Financings.TABLE, financings)));
        records.reading(() -> optional.listOperations(raw));
        if (records.areReadBySpark()) {
            steps.step("read: unchanged", records::requireUnchanged);
        }
        var rejected = new RejectedRecords(draft);
        rejected.requireFew(
                controls, inputs, settings.dryRun() ? "" : "Look at data/rejects.parquet in " + draft.shown() + ". ");
        return rejected;
    }

    private Table written(Table table, Dataset<Row> rows) {
        records.reading(() -> draft.write(table, rows));
        return table;
    }

    private void aggregate(Dataset<Row> financings) {
        steps.action("aggregate: operations", () -> draft.write(Operations.TABLE, Aggregation.operations(financings)));
        var totals = steps.action(
                "aggregate: totals", () -> Aggregation.totals(financings).collectAsList());
        Totals.TABLES.forEach(table -> draft.write(table, Aggregation.table(table, totals)));
        optional.compareSources(financings);
    }

    private List<Finding> judge(Dataset<Row> financings, ReferenceTables references, List<Coverage> coverages) {
        var claims = inputs.claims();
        var cells = steps.action(
                "check: cells",
                () -> Checking.cells(financings, inputs.labels()).collectAsList());
        var operations = steps.action(
                "check: operations",
                () -> Checking.operations(financings, claims).collectAsList());
        var findings = Checking.findings(
                new Checking.Measured(cells, operations, claims, coverages, references.counts(), inputs.asOf()));
        steps.action(
                "check: evidence", () -> draft.write(Contributions.TABLE, Checking.evidence(financings, findings)));
        return steps.step(
                "check: settle lists", () -> Checking.settled(findings, rows -> draft.each(Contributions.TABLE, rows)));
    }

    private void record(List<ControlTotals> controls, List<Finding> findings, List<Coverage> coverages) {
        draft.write(Claims.TABLE, Checking.claimRows(inputs.claims()));
        draft.write(Findings.TABLE, Checking.findingRows(findings));
        draft.write(Neighbours.TABLE, Checking.neighbourRows(findings));
        var sources = new ArrayList<Row>();
        for (var i = 0; i < controls.size(); i++) {
            sources.add(Sources.row(inputs.sources().get(i), controls.get(i), coverages.get(i)));
        }
        draft.write(Sources.TABLE, sources);
    }

    private Outcome publish(SparkSession spark, List<ControlTotals> controls, List<Finding> findings) {
        var audit = steps.step("publish: verify", () -> draft.verify(controls));
        chronicle.proven(audit);
        draft.at(Step.REPORT);
        steps.step("report: page", () -> Pages.write(draft, inputs, findings, audit));
        var state = settings.dryRun()
                ? Outcome.State.DRY_RUN
                : standing.isLaterThanAsked() ? Outcome.State.SHELVED : Outcome.State.PUBLISHED;
        release(state, spark, findings);
        chronicle.timed(steps.seconds());
        return new Outcome(
                state, findings, audit.accounting(), inputs.job().output(), draft.shown(), inputs.isSynthetic(), "");
    }

    private void release(Outcome.State state, SparkSession spark, List<Finding> findings) {
        if (state == Outcome.State.SHELVED) {
            steps.step("publish: shelve", () -> draft.shelve(facts(spark, findings)));
        } else if (state == Outcome.State.PUBLISHED) {
            steps.step("publish: swap", () -> draft.publish(facts(spark, findings)));
        }
    }

    private Facts facts(SparkSession spark, List<Finding> findings) {
        var verdicts =
                findings.stream().collect(Collectors.groupingBy(f -> f.verdict().name(), Collectors.counting()));
        return new Facts(
                settings.clock().instant(),
                inputs.asOf(),
                inputs.isSynthetic(),
                inputs.keys().all(),
                inputs.keys().data(),
                inputs.sources(),
                inputs.digests(),
                verdicts,
                Versions.all(spark.version()),
                steps.actions(),
                steps.seconds());
    }
}
