package kirchberg.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Query;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.judgement.Progress;
import kirchberg.domain.vintage.Vintage;
import kirchberg.report.Reporting.Explanation;
import kirchberg.report.Reporting.HeavyRow;
import org.jspecify.annotations.Nullable;

/** Everything about one claim as one JSON object: decimals are strings, an open end and what is not there are null. */
final class ExplanationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExplanationJson() {}

    static String of(Explanation explanation) {
        var finding = explanation.finding();
        var node = FindingsJson.claim(finding);
        claim(node, finding.claim());
        said(node.putObject("said"), finding);
        node.put(
                "covered",
                finding.evidence() == null ? null : finding.evidence().covered());
        node.set("progress", progress(explanation.progress()));
        rows(node.putArray("heaviest_rows"), explanation.heaviest());
        rows(node.putArray("unsettled_rows"), explanation.unsettled());
        var queries = node.putArray("queries");
        explanation.queries().forEach(q -> queries.add(query(q)));
        origin(node, explanation.origin());
        return FindingsJson.printed(node);
    }

    private static void claim(ObjectNode node, Claim claim) {
        var publication = claim.publication();
        node.putObject("publication")
                .put("id", publication.id())
                .put("title", publication.title())
                .put("date", publication.date().toString())
                .put("language", publication.language())
                .put("url", publication.url());
        node.put("quote", claim.quote());
        node.put("grade", claim.grade().name());
        node.put("note", claim.note());
        node.put("out_of_reach_reason", claim.outOfReach());
        node.set("subject", subject(claim.subject()));
        figure(node.putObject("figure"), claim);
    }

    /** What a figure speaks of, in the words of claim files. */
    static ObjectNode subject(Subject subject) {
        var label = subject.of();
        var ofPlace = subject.ofPlace();
        var against = subject.against();
        return NODES.objectNode()
                .put("institution", subject.institution().name())
                .put("resources", subject.resources().name())
                .put("stage", subject.stage().name())
                .put("place", subject.place().text())
                .put("period", subject.period().text())
                .put("measure", subject.measure().name())
                .put("of", label == null ? null : label.key())
                .put("of_place", ofPlace == null ? null : ofPlace.text())
                .put("against", against == null ? null : against.text())
                .put("counts", subject.counts());
    }

    private static void figure(ObjectNode node, Claim claim) {
        Figure figure = claim.figure();
        node.put("hedge", claim.hedge().name())
                .put("printed", figure.printed())
                .put("value", figure.value().toPlainString())
                .put("unit", figure.unit().name().toLowerCase(Locale.ROOT))
                .put("last_printed_unit", figure.lastPrinted().toPlainString())
                .put("last_nonzero_unit", figure.lastNonZero().toPlainString());
    }

    private static void said(ObjectNode node, Finding finding) {
        Arrays.stream(Strictness.values())
                .forEach(s -> node.set(
                        s.name().toLowerCase(Locale.ROOT),
                        FindingsJson.interval(finding.said().get(s))));
    }

    private static @Nullable ObjectNode progress(@Nullable Progress progress) {
        if (progress == null) {
            return null;
        }
        return NODES.objectNode()
                .put("reached", progress.reached().plain())
                .put("target", progress.target().toPlainString())
                .put("part", progress.part().plain())
                .put("known_until", progress.until().toString())
                .put("due_on", progress.end().toString())
                .put("time_part", progress.time().plain())
                .put("pace_so_far_per_year", progress.paceSoFar().toPlainString())
                .put(
                        "pace_needed_per_year",
                        progress.paceNeeded().map(p -> p.toPlainString()).orElse(null));
    }

    private static void rows(ArrayNode array, List<HeavyRow> rows) {
        rows.forEach(r -> array.addObject()
                .put("financing_id", r.financingId())
                .put("operation_name", r.operationName())
                .put("signed_on", r.signedOn().toString())
                .put("country", r.country())
                .put("amount_eur", r.amountEur().toPlainString())
                .put("counts_low_eur", r.lowEur().toPlainString())
                .put("counts_high_eur", r.highEur().toPlainString()));
    }

    private static ObjectNode query(Query query) {
        return NODES.objectNode()
                .put("title", query.title())
                .put("gives", query.gives().name())
                .put("note", query.note())
                .put("sql", query.sql().isEmpty() ? null : query.sql());
    }

    private static void origin(ObjectNode node, Reporting.Origin origin) {
        var sources = node.putArray("sources");
        origin.vintages().forEach(v -> sources.add(vintage(v)));
        node.put("as_of", origin.asOf().toString());
        node.put("synthetic", origin.synthetic());
        node.put("release", origin.release());
    }

    private static ObjectNode vintage(Vintage vintage) {
        var covers = vintage.covers();
        return NODES.objectNode()
                .put("source_id", vintage.source())
                .put("publisher", vintage.publisher())
                .put("dataset", vintage.dataset())
                .put("published_on", vintage.published().toString())
                .put("accessed_on", vintage.accessed().toString())
                .put("synthetic", vintage.synthetic())
                .put("covers_institution", covers.institution().name())
                .put("covers_stage", covers.stage().name())
                .put("covers_place", covers.place().text())
                .put("covers_from", covers.from().toString())
                .put("covers_to", covers.to().toString())
                .put("covers_all", covers.complete());
    }
}
