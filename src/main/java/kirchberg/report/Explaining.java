package kirchberg.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.judgement.Progress;
import kirchberg.report.Reporting.Explanation;

/** Everything about one claim as a page of plain text. */
final class Explaining {
    /** Room of a name and of a value beside a picture, with the gaps between. */
    private static final int BESIDE_PICTURE = 45;

    private static final int LEAST_PICTURE = 14;

    /** Digits of a part of 1: a tenth of a per cent. */
    private static final int DIGITS = 3;

    private final PlainText page;
    private final Explanation explanation;
    private final ClaimText text;

    private Explaining(Explanation explanation, int width) {
        this.page = new PlainText(width);
        this.explanation = explanation;
        this.text = ClaimText.of(explanation.finding());
    }

    static String of(Explanation explanation, int width) {
        var made = new Explaining(explanation, width);
        made.head();
        made.quote();
        made.meaning();
        made.result();
        made.prospects();
        made.heaviest();
        ExplainedOrigin.on(made.page, explanation, made.text.finding());
        return made.page.text();
    }

    private void head() {
        page.head(text.id() + ": " + text.word().toUpperCase(Locale.ROOT)
                + (text.note().isEmpty() ? "" : " (" + text.note() + ")"));
        var data = text.finding().evidence() == null
                ? "The data do not speak of it."
                : "The data allow: " + text.computed() + ".";
        page.paragraph("Said: " + figure() + ". " + data);
        if (explanation.origin().synthetic()) {
            page.paragraph("SYNTHETIC: the portfolio was made up. None of this says anything about the EIB.");
        }
    }

    private String figure() {
        var claim = text.claim();
        return claim.hedge() == Hedge.TARGET
                ? "a target of " + Numbers.glued(claim.figure().printed())
                : text.figure();
    }

    private void quote() {
        var claim = text.claim();
        var publication = claim.publication();
        page.title("What was said");
        words(publication.language());
        page.fact("Publication", publication.title() + ", " + Numbers.published(publication.date()));
        page.fact("", publication.id());
        if (!publication.url().isEmpty()) {
            page.fact("", publication.url());
        }
        page.fact("Who says so", Definition.grade(claim.grade()));
        if (!claim.note().isEmpty()) {
            page.fact("Note", Numbers.glued(claim.note()));
        }
    }

    private void words(String language) {
        if (text.isParaphrase()) {
            page.fact("In short", text.quote());
            page.fact("", "(our words; the text is in the language \"" + language + "\")");
        } else {
            page.fact("Quote (" + language + ")", "\"" + text.quote() + "\"");
        }
    }

    private void meaning() {
        page.title("How it is read");
        Definition.of(text.claim()).forEach(f -> page.fact(f.term(), f.text()));
        if (!text.readings().isEmpty()) {
            page.title("What the words allow");
            page.paragraph("The words: " + figure() + "."
                    + (text.readings().size() > 1 ? " The verdict goes by the careful reader." : ""));
            page.blank();
            var rows = new ArrayList<List<String>>(List.of(List.of("Reading", "Allows", "Verdict")));
            text.readings()
                    .forEach(r ->
                            rows.add(List.of(r.name(), r.allowed(), r.word().toLowerCase(Locale.ROOT))));
            page.table(rows, 0, List.of());
        }
    }

    private void result() {
        page.title("What the data say");
        page.fact("Least to greatest", text.computed());
        picture();
        years();
        var progress = explanation.progress();
        if (progress != null) {
            progress(progress);
        }
        page.title("Why");
        page.paragraph(text.why());
    }

    private void picture() {
        var room = Math.max(LEAST_PICTURE, page.width() - BESIDE_PICTURE);
        var lines = IntervalPicture.of(text, room);
        if (!lines.isEmpty()) {
            page.blank();
            page.grid(lines);
        }
    }

    private void years() {
        if (text.years().isEmpty()) {
            return;
        }
        page.title("Year by year");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Year", "The data allow", "To the letter", "Careful reader", "Generous"));
        for (var year : text.years()) {
            rows.add(Stream.concat(
                            Stream.of(year.year(), year.computed()),
                            Stream.of(Strictness.values()).map(s -> verdict(year, s)))
                    .toList());
        }
        page.table(rows, 1, List.of());
    }

    private static String verdict(ClaimText year, Strictness strictness) {
        var readings = year.finding().readings();
        return Words.verdict(Objects.requireNonNull(readings.get(strictness))).toLowerCase(Locale.ROOT);
    }

    private void progress(Progress progress) {
        var unit = text.claim().figure().unit();
        var room = Math.max(LEAST_PICTURE, page.width() - BESIDE_PICTURE - 4);
        page.title("On the way to the target");
        page.grid(List.of(
                List.of(
                        "Reached",
                        IntervalPicture.filled(progress.part(), room),
                        percent(progress.part()) + " of "
                                + text.claim().figure().printed()),
                List.of(
                        "Time passed",
                        IntervalPicture.filled(progress.time(), room),
                        percent(progress.time()) + " of the period")));
        page.blank();
        page.fact("Known until", Numbers.date(progress.until()) + "; due on " + Numbers.date(progress.end()));
        page.fact("Pace so far", Numbers.rough(progress.paceSoFar(), unit) + " a year");
        page.fact(
                "Pace needed",
                progress.paceNeeded()
                        .map(p -> Numbers.rough(p, unit) + " a year")
                        .orElse("none: it is reached, or no day is left"));
    }

    private static String percent(Quotient part) {
        return Numbers.plain(part.rounded(DIGITS, RoundingMode.FLOOR).movePointRight(2)) + "\u00A0%";
    }

    private void prospects() {
        unknown();
        var breakEven = Prospects.breakEven(text.finding());
        if (breakEven != null) {
            page.title("Break-even");
            page.paragraph(breakEven);
        }
        page.title("What would settle it");
        page.paragraph(Prospects.answer(text));
        var settling = Prospects.settling(text.finding());
        if (settling != null) {
            page.paragraph(settling);
        }
        if (!explanation.unsettled().isEmpty() && !Prospects.isSettled(text.finding())) {
            page.blank();
            page.paragraph("The heaviest rows of which it is not known how much they count:");
            page.blank();
            new HeavyRowsTable(page, text.claim()).show(explanation.unsettled());
        }
        neighbours();
    }

    private void unknown() {
        var evidence = text.finding().evidence();
        page.title("What is unknown");
        if (evidence == null) {
            page.paragraph("Everything: no row of the portfolio speaks of it.");
            return;
        }
        page.paragraph(Prospects.unknown(evidence));
        if (!evidence.covered()) {
            page.paragraph("The sources do not cover the whole of what the claim speaks of; what they lack may be"
                    + " any amount.");
        }
    }

    private void neighbours() {
        var rows = Prospects.neighbours(text.finding());
        if (rows.isEmpty()) {
            return;
        }
        page.title("The same figure, read of something near");
        page.paragraph(Prospects.bestFit(text.finding()));
        page.blank();
        var table = new ArrayList<List<String>>();
        table.add(List.of("Read of", "The data allow", "Verdict", ""));
        table.addAll(rows);
        page.table(table, 0, List.of());
    }

    private void heaviest() {
        page.title("The rows that weigh most");
        var table = new HeavyRowsTable(page, text.claim());
        if (explanation.heaviest().isEmpty()) {
            page.paragraph(
                    table.isCount() && text.finding().evidence() != null
                            ? "None: each operation counts once, however much it is."
                            : "No rows stand for this figure.");
            return;
        }
        table.show(explanation.heaviest());
        page.blank();
        page.paragraph("Amounts in million EUR. \"Counts\" is what a row adds to the figure, from the least to the"
                + " greatest value. The id is the beginning of financing_id in the released tables.");
    }
}
