package kirchberg.report;

import static kirchberg.domain.finding.Strictness.CONVENTIONAL;
import static kirchberg.domain.finding.Strictness.LENIENT;
import static kirchberg.domain.finding.Strictness.STRICT;
import static kirchberg.domain.finding.Verdict.FAILS;
import static kirchberg.domain.finding.Verdict.HOLDS;
import static kirchberg.domain.finding.Verdict.OUT_OF_REACH;
import static kirchberg.domain.finding.Verdict.UNDECIDED;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Query;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Progress;
import kirchberg.domain.release.OpenLabel;
import kirchberg.domain.source.Accounting;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.domain.source.SourceFormat;
import kirchberg.domain.vintage.Vintage;
import kirchberg.report.Reporting.HeavyRow;
import kirchberg.report.Reporting.Report;
import kirchberg.table.Totals;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Findings and totals written by hand: every verdict, every kind of figure. */
final class MadeUp {
    static final Publication RELEASE = new Publication(
            "eib-2025-491-fr",
            "EIB release 2025-491, AI gigafactories",
            LocalDate.of(2025, 12, 4),
            "fr",
            "https://www.eib.org/en/press/all/2025-491");

    private MadeUp() {}

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static Claim claim(String id, Measure measure, Hedge hedge, String printed, Unit unit) {
        return new Claim(
                id,
                RELEASE,
                "(" + printed + ")",
                Subject.signed(Institution.GROUP, Period.year(2024), measure),
                hedge,
                new Figure(printed, BigDecimal.ONE, unit, BigDecimal.ONE, BigDecimal.ONE),
                Grade.PRINTED,
                "",
                null);
    }

    static Claim with(Claim c, String quote, Period period, @Nullable Label of) {
        return new Claim(
                c.id(),
                c.publication(),
                quote,
                c.subject().during(period).labelled(of),
                c.hedge(),
                c.figure(),
                c.grade(),
                c.note(),
                c.outOfReach());
    }

    static Finding renamed(Finding f, String id) {
        var c = f.claim();
        var claim = new Claim(
                id,
                c.publication(),
                c.quote(),
                c.subject(),
                c.hedge(),
                c.figure(),
                c.grade(),
                c.note(),
                c.outOfReach());
        return new Finding(claim, f.said(), f.readings(), f.evidence(), f.why(), f.settles(), f.years());
    }

    static Map<Strictness, Interval> said(Interval strict, Interval conventional, Interval lenient) {
        return Map.of(STRICT, strict, CONVENTIONAL, conventional, LENIENT, lenient);
    }

    static Map<Strictness, Verdict> readings(Verdict strict, Verdict conventional, Verdict lenient) {
        return Map.of(STRICT, strict, CONVENTIONAL, conventional, LENIENT, lenient);
    }

    static Evidence evidence(String low, @Nullable String high) {
        return new Evidence(
                Interval.closed(number(low), high == null ? null : number(high)),
                number("46712345678.90"),
                number("42053086421.65"),
                2312,
                7688,
                high != null);
    }

    static Finding signed(String quote, String why) {
        var below = Interval.below(number("88000000000"), number("89000000000"));
        return new Finding(
                with(
                        claim("group-signed-2024", Measure.AMOUNT, Hedge.NEARLY, "89 bn EUR", Unit.EUR),
                        quote,
                        Period.year(2024),
                        null),
                said(below, below, below),
                readings(HOLDS, HOLDS, HOLDS),
                evidence("88765432100.55", "88812345678.90"),
                why,
                "",
                List.of());
    }

    static Finding signed() {
        return signed(
                "près de 89 milliards d’euros de nouveaux financements",
                "All that is possible, EUR 88.7 to 88.9 billion, lies in what was said, EUR 88 to below 89 billion.");
    }

    static Finding operations() {
        return new Finding(
                with(
                        claim("group-projects-2024", Measure.OPERATIONS, Hedge.OVER, "900", Unit.COUNT),
                        "plus de 900 projets",
                        Period.year(2024),
                        null),
                said(
                        Interval.above(number("900"), number("1000")),
                        Interval.above(number("900"), number("1100")),
                        Interval.above(number("900"), null)),
                readings(HOLDS, HOLDS, HOLDS),
                evidence("932", "958"),
                "Distinct operations number 932 to 958, and over 900 was said.",
                "",
                List.of());
    }

    static Finding cohesion() {
        return new Finding(
                with(
                        claim("eib-cohesion-share", Measure.SHARE, Hedge.ABOUT, "50 %", Unit.SHARE),
                        "environ 50 % des financements de la BEI au sein de l’UE",
                        Period.year(2024),
                        Priority.COHESION),
                said(
                        Interval.closed(number("0.49"), number("0.51")),
                        Interval.closed(number("0.45"), number("0.55")),
                        Interval.closed(number("0.40"), number("0.60"))),
                readings(UNDECIDED, UNDECIDED, UNDECIDED),
                evidence("0.31042", "0.78401"),
                "The regions of EUR 42.1 billion are not known: the share may be anything from 31.0 to 78.5 %.",
                "The NUTS-2 region of the 120 largest financings without one (EUR 21.3 billion).",
                List.of());
    }

    static Finding climate() {
        return new Finding(
                climateClaim("group-climate-each-year", new Period(2021, 2024, true)),
                climateBands(),
                readings(FAILS, FAILS, UNDECIDED),
                null,
                "The claim is made for every year; 2021 fails: 43.0 to 45.2 % is below 55 %.",
                "",
                List.of(
                        climateYear(2021, readings(FAILS, FAILS, FAILS), "0.4301", "0.4519"),
                        climateYear(2022, readings(FAILS, UNDECIDED, HOLDS), "0.5412", "0.5710"),
                        climateYear(2023, readings(FAILS, HOLDS, HOLDS), "0.5600", "0.5899"),
                        climateYear(2024, readings(UNDECIDED, HOLDS, HOLDS), "0.5712", "0.59961")));
    }

    private static Finding climateYear(int year, Map<Strictness, Verdict> readings, String low, String high) {
        return new Finding(
                climateClaim("group-climate-each-year", Period.year(year)),
                climateBands(),
                readings,
                evidence(low, high),
                "In " + year + " the share lies between " + low + " and " + high + " of the amount.",
                "",
                List.of());
    }

    private static Claim climateClaim(String id, Period period) {
        return with(
                claim(id, Measure.SHARE, Hedge.NEARLY, "60 %", Unit.SHARE),
                "près de 60 % des investissements du Groupe chaque année",
                period,
                Priority.CLIMATE);
    }

    private static Map<Strictness, Interval> climateBands() {
        return said(
                Interval.below(number("0.59"), number("0.60")),
                Interval.below(number("0.55"), number("0.60")),
                Interval.below(number("0.50"), number("0.60")));
    }

    static Finding notToTheLetter() {
        return new Finding(
                climateClaim("group-climate-2024", Period.year(2024)),
                climateBands(),
                readings(FAILS, HOLDS, HOLDS),
                evidence("0.57105", "0.57105"),
                "57.1 % lies in 55 to below 60 %, but not in 59 to below 60 %.",
                "",
                List.of());
    }

    static Finding target() {
        var said = new Interval(kirchberg.domain.Quotient.of(number("70000000000")), false, null, false);
        return new Finding(
                with(
                        claim("techeu-own-2027", Measure.AMOUNT, Hedge.TARGET, "70 bn EUR", Unit.EUR),
                        "70 milliards d’euros d’ici à 2027",
                        new Period(2025, 2027, false),
                        Programme.TECHEU),
                said(said, said, said),
                readings(UNDECIDED, UNDECIDED, UNDECIDED),
                evidence("5234000000", null),
                "EUR 5.234 billion were reached by 24 November 2026; the period ends on 31 December 2027.",
                "The end of the period, or a portfolio that reaches EUR 70 billion.",
                List.of());
    }

    static Finding outOfReach() {
        return new Finding(
                with(
                        claim("ai-factories", Measure.COUNT, Hedge.EXACTLY, "19", Unit.COUNT),
                        "19 usines d’IA déjà en cours d’installation",
                        Period.year(2025),
                        null),
                Map.of(),
                readings(OUT_OF_REACH, OUT_OF_REACH, OUT_OF_REACH),
                null,
                "No portfolio of financings counts AI factories.",
                "A list of the factories from their operator.",
                List.of());
    }

    static Finding eibTotal() {
        return new Finding(
                with(
                        claim("eib-signed-2024", Measure.AMOUNT, Hedge.NONE, "76.6 bn EUR", Unit.EUR),
                        "(EIB signatures 2024: 76.6)",
                        Period.year(2024),
                        null),
                said(
                        Interval.closed(number("76550000000"), number("76650000000")),
                        Interval.closed(number("76550000000"), number("76650000000")),
                        Interval.closed(number("76500000000"), number("76700000000"))),
                readings(FAILS, FAILS, FAILS),
                evidence("75100000000", "75100000000"),
                "EUR 75.1 billion is below EUR 76.55 billion, the least that the printed figure allows.",
                "",
                List.of());
    }

    static List<Finding> findings() {
        return List.of(
                signed(), operations(), cohesion(), climate(), notToTheLetter(), target(), eibTotal(), outOfReach());
    }

    static Report report(List<Finding> findings, String rawText) {
        return new Report(
                findings,
                byYear(),
                byPriorityRegionYear(),
                byCountryYear(),
                List.of(new Accounting(
                        new ControlTotals(
                                "sample/2026-01-31",
                                10_011,
                                3,
                                number("412345678901.23"),
                                2,
                                number("412345678900.00"),
                                null,
                                List.of("one column, Notes, is not used", "sample/2026-01-31: one sheet is hidden")),
                        10_000,
                        number("412300000000.00"),
                        8,
                        number("45678901.23"),
                        2,
                        Accounting.Shared.NOTHING)),
                List.of(source()),
                List.of(
                        RowFactory.create(
                                "sample/2026-01-31", "part1.csv", 17L, 2048L, null, "BAD_DATE", null, rawText),
                        RowFactory.create(
                                "sample/2026-01-31",
                                "part1.csv",
                                93L,
                                9113L,
                                null,
                                "NO_AMOUNT",
                                null,
                                "EIB;SIGNED;;2024-02-30")),
                Map.of("BAD_DATE", 6L, "NO_AMOUNT", 2L),
                LocalDate.of(2026, 11, 24),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                List.of(new OpenLabel("country", "Ruritania", 3, number("1200000.50"))),
                2,
                "./kirchberg run jobs/nightly.yaml --as-of 2026-11-24");
    }

    static Source source() {
        return new Source(
                "sample/2026-01-31",
                Path.of("data/sample"),
                "Kirchberg",
                "Synthetic portfolio",
                SourceFormat.KIRCHBERG_CSV,
                StandardCharsets.UTF_8,
                Institution.GROUP,
                "EUR",
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 1, 31),
                "CC0-1.0",
                "",
                true,
                List.of(new SourceFile(
                        "portfolio.csv",
                        2_345_678,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")),
                new Coverage(
                        Institution.GROUP,
                        Stage.SIGNED,
                        Place.WORLD,
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2025, 12, 31),
                        true));
    }

    static Reporting.Explanation explanation(Finding finding) {
        return explanation(finding, null, List.of());
    }

    static Reporting.Explanation explanation(Finding finding, @Nullable Progress progress, List<HeavyRow> rows) {
        var query = new Query(
                "Straight over the financings",
                Query.Gives.LOW_AND_HIGH,
                "",
                "SELECT 0.31042 AS low, 0.78401 AS high\nFROM 'data/financings.parquet';");
        var origin = new Reporting.Origin(
                "target/kirchberg/releases/00000007-9f86d081",
                LocalDate.of(2026, 11, 24),
                true,
                List.of(new Vintage(
                        "sample/2026-01-31",
                        "Kirchberg",
                        "Synthetic portfolio",
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 1),
                        true,
                        source().coverage())));
        return new Reporting.Explanation(finding, progress, rows, rows, List.of(query), origin);
    }

    static List<HeavyRow> heaviest() {
        return List.of(new HeavyRow(
                "f1a2b3c4",
                "RAIL MODERNISATION PROGRAMME II",
                LocalDate.of(2024, 6, 28),
                "Poland",
                number("1250000000.00"),
                number("0.00"),
                number("1250000000.00")));
    }

    static List<Row> byYear() {
        return IntStream.rangeClosed(2014, 2025)
                .boxed()
                .flatMap(MadeUp::yearRows)
                .toList();
    }

    private static Stream<Row> yearRows(int year) {
        var group = 70_000_000_000L + (year * 7_919L % 23) * 1_000_000_000L;
        var open = year % 2 * 2_345_678_901L;
        var rows = new ArrayList<Row>();
        rows.add(total("EIB", Totals.ALL, year, group - 9_000_000_000L, 0));
        rows.add(total("EIF", Totals.ALL, year, 12_300_000_000L, 0));
        rows.add(total("GROUP", Totals.ALL, year, group, open));
        rows.add(total("GROUP", Totals.UNCLASSIFIED, year, group / 9, open));
        for (var priority : Priority.values()) {
            rows.add(
                    total("GROUP", priority.key(), year, group / (priority.key().length() % 7 + 3), group / 7));
        }
        return rows.stream();
    }

    private static Row total(String institution, String label, int year, long low, long open) {
        return RowFactory.create(
                institution,
                label,
                year,
                BigDecimal.valueOf(low, 0),
                BigDecimal.valueOf(low + open, 0),
                2312L,
                931L,
                958L);
    }

    static List<Row> byPriorityRegionYear() {
        return byYear().stream()
                .flatMap(r -> Stream.of("European Union", "Africa, Caribbean, Pacific", "EFTA", "UNKNOWN")
                        .map(region -> RowFactory.create(
                                r.get(0),
                                r.get(1),
                                region,
                                r.get(2),
                                part(r, 3, region),
                                part(r, 4, region),
                                12L,
                                9L,
                                11L)))
                .toList();
    }

    static List<Row> byCountryYear() {
        return byYear().stream()
                .flatMap(r -> Stream.of("Italy", "France", "Poland", "Unknown")
                        .map(c -> RowFactory.create(
                                r.get(0),
                                r.get(1),
                                c,
                                c.equals("Unknown") ? null : c.substring(0, 2),
                                r.get(2),
                                part(r, 3, c),
                                part(r, 4, c),
                                12L,
                                9L,
                                11L)))
                .toList();
    }

    private static BigDecimal part(Row row, int index, String name) {
        return row.getDecimal(index).multiply(BigDecimal.valueOf(name.length())).movePointLeft(2);
    }
}
