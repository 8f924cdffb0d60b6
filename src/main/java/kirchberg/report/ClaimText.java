package kirchberg.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Strictness;
import org.jspecify.annotations.Nullable;

/**
 * A finding in words, for every place that shows one.
 *
 * @param finding what is told
 * @param subject what the figure is about
 * @param figure what was printed: "nearly 89 bn EUR"
 * @param computed least to greatest value; a reason in words where there is none
 * @param word the verdict
 * @param style class of the verdict
 * @param note where the readings differ; empty if they agree
 */
record ClaimText(
        Finding finding, String subject, String figure, String computed, String word, String style, String note) {

    /** One reading of the hedge: its name, what it allows, and the verdict under it. */
    record Reading(String name, String allowed, String word, String style) {}

    /** A term of the definition and what it means here. */
    record Fact(String term, String text) {}

    static ClaimText of(Finding finding) {
        var claim = finding.claim();
        return new ClaimText(
                finding,
                Words.subject(claim),
                Words.figure(claim),
                computed(finding),
                Words.verdict(finding.verdict()),
                Words.style(finding.verdict()),
                Words.note(finding));
    }

    private static String computed(Finding finding) {
        var evidence = finding.evidence();
        if (evidence != null) {
            return Numbers.possible(
                    evidence.possible(),
                    finding.said().values(),
                    finding.claim().figure().unit());
        }
        return finding.years().isEmpty() ? "no data" : "year by year";
    }

    Claim claim() {
        return finding.claim();
    }

    /** Whether the words are ours: a publication file puts a paraphrase wholly into brackets. */
    boolean isParaphrase() {
        return claim().quote().matches("(?s)\\[[^\\]]*\\]");
    }

    /** The words of the publication, or ours without their brackets. */
    String quote() {
        var quote = claim().quote();
        return isParaphrase() ? quote.substring(1, quote.length() - 1) : quote;
    }

    String id() {
        return claim().id();
    }

    /** Name of the section of the page, safe as an anchor. */
    String anchor() {
        return "claim-" + id().replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    /** Reason of the verdict; numbers keep together with their units. */
    String why() {
        return Numbers.glued(finding.why());
    }

    String settles() {
        return Numbers.glued(finding.settles());
    }

    /** What careful reading allows; empty for a claim that no portfolio can decide. */
    String allowed() {
        return allowed(Strictness.CONVENTIONAL);
    }

    private String allowed(Strictness strictness) {
        var said = finding.said().get(strictness);
        return said == null ? "" : Numbers.said(said, claim().figure().unit());
    }

    /** The three readings, or one line for all of them where they do not differ. */
    List<Reading> readings() {
        if (!finding.dependsOnReading()
                && finding.said().values().stream().distinct().count() == 1) {
            return List.of(new Reading("In every reading", allowed(), word, style));
        }
        return Arrays.stream(Strictness.values())
                .filter(s -> finding.said().containsKey(s))
                .map(this::reading)
                .toList();
    }

    /** The values of the chart as plain data. */
    String download() {
        var bars = Stream.ofNullable(chart()).flatMap(c -> c.bars().stream());
        var rows = bars.map(b -> List.of(b.name(), b.text().replace('\u00A0', ' ')));
        return Grid.download(
                Stream.concat(Stream.of(List.of("interval", "value")), rows).toList());
    }

    private Reading reading(Strictness strictness) {
        var verdict = finding.readings().getOrDefault(strictness, finding.verdict());
        return new Reading(
                Words.strictness(strictness), allowed(strictness), Words.verdict(verdict), Words.style(verdict));
    }

    /** The scope, term by term. */
    List<Fact> scope() {
        var claim = claim();
        return List.of(
                new Fact("Institution", Words.institution(claim.institution())),
                new Fact("Stage", Words.stage(claim.stage())),
                new Fact("Place", claim.place().words()),
                new Fact("Period", Words.period(claim.period())),
                new Fact("Measure", Words.measure(claim.measure())));
    }

    /** Known and unknown amounts and rows; empty without evidence. */
    List<Fact> basis() {
        Evidence evidence = finding.evidence();
        if (evidence == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Known", Numbers.eur(evidence.knownEur())));
        facts.add(new Fact("Unknown", Numbers.eur(evidence.unknownEur())));
        facts.add(new Fact("Financings used", Numbers.count(evidence.rowsUsed())));
        facts.add(new Fact("Financings left out", Numbers.count(evidence.rowsLeftOut())));
        facts.add(new Fact(
                "Coverage",
                evidence.covered() ? "complete for this scope" : "the sources do not cover the whole scope"));
        return List.copyOf(facts);
    }

    List<ClaimText> years() {
        return finding.years().stream().map(ClaimText::of).toList();
    }

    /** The year of one finding of an "each year" claim. */
    String year() {
        return String.valueOf(claim().period().from());
    }

    @Nullable
    IntervalChart chart() {
        return IntervalChart.of(this);
    }

    /** The address of the publication if a browser may follow it, else nothing. */
    @Nullable
    String link() {
        return Grid.link(claim().publication().url());
    }
}
