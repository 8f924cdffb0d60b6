package kirchberg.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kirchberg.domain.Exit;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.Stop;
import kirchberg.domain.finding.BreakEven;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Neighbour;
import kirchberg.domain.finding.Settling;
import kirchberg.domain.finding.Strictness;
import org.jspecify.annotations.Nullable;

/** Findings as one JSON array: decimals are strings, an open end and what was not computed are null. */
final class FindingsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FindingsJson() {}

    static String of(List<Finding> findings) {
        var array = NODES.arrayNode();
        findings.forEach(f -> array.add(claim(f)));
        return printed(array);
    }

    static String printed(JsonNode tree) {
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new Stop(Exit.INTERNAL, "Cannot write JSON: " + e.getMessage(), "report this", e);
        }
    }

    static ObjectNode claim(Finding finding) {
        var node = NODES.objectNode().put("claim_id", finding.claim().id());
        body(node, finding);
        if (!finding.years().isEmpty()) {
            var years = node.putArray("years");
            finding.years().forEach(y -> years.add(year(y)));
        }
        return node;
    }

    private static ObjectNode year(Finding finding) {
        var node = NODES.objectNode().put("year", finding.claim().period().from());
        body(node, finding);
        return node;
    }

    private static void body(ObjectNode node, Finding finding) {
        node.put("verdict", finding.verdict().name());
        var readings = node.putObject("readings");
        Arrays.stream(Strictness.values())
                .forEach(s -> readings.put(
                        s.name().toLowerCase(Locale.ROOT),
                        finding.readings().getOrDefault(s, finding.verdict()).name()));
        var evidence = finding.evidence();
        node.put("low", evidence == null ? null : plain(evidence.possible().low()));
        node.put("high", evidence == null ? null : plain(evidence.possible().high()));
        node.put("unit", finding.claim().figure().unit().name().toLowerCase(Locale.ROOT));
        amounts(node, evidence);
        node.put("why", finding.why());
        node.put("settles", finding.settles());
        outlook(node, finding);
    }

    private static void outlook(ObjectNode node, Finding finding) {
        var breakEven = finding.outlook().breakEven();
        node.set("break_even", breakEven == null ? null : part(breakEven));
        var settling = finding.outlook().settling();
        node.set("settling", settling == null ? null : settling(settling));
        var neighbours = node.putArray("neighbours");
        finding.outlook().neighbours().forEach(n -> neighbours.add(neighbour(n)));
    }

    /** Between the least value, 0, and the greatest, 1; both ends null if the claim holds nowhere. */
    private static ObjectNode part(BreakEven breakEven) {
        var part = breakEven.part();
        return NODES.objectNode()
                .put("low", part == null ? null : plain(part.low()))
                .put("high", part == null ? null : plain(part.high()));
    }

    private static ObjectNode settling(Settling settling) {
        return NODES.objectNode()
                .put("rows", settling.rows())
                .put("open_eur", settling.eur().toPlainString())
                .put("rows_in_best_case", settling.best())
                .put("rows_in_any_case", settling.any());
    }

    private static ObjectNode neighbour(Neighbour neighbour) {
        var possible = neighbour.possible();
        var node = NODES.objectNode().put("name", neighbour.name());
        node.set("subject", ExplanationJson.subject(neighbour.subject()));
        return node.put("counted_by", neighbour.countedBy())
                .put("verdict", neighbour.verdict().name())
                .put("low", possible == null ? null : plain(possible.low()))
                .put("high", possible == null ? null : plain(possible.high()))
                .put("best_fit", neighbour.isBest());
    }

    /** Both ends, and whether each is left out; null for none. */
    static @Nullable ObjectNode interval(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        return NODES.objectNode()
                .put("low", plain(interval.low()))
                .put("low_open", interval.lowOpen())
                .put("high", plain(interval.high()))
                .put("high_open", interval.highOpen());
    }

    private static void amounts(ObjectNode node, @Nullable Evidence evidence) {
        node.put("known_eur", evidence == null ? null : evidence.knownEur().toPlainString());
        node.put("unknown_eur", evidence == null ? null : evidence.unknownEur().toPlainString());
        node.put("rows_used", evidence == null ? 0 : evidence.rowsUsed());
        node.put("rows_left_out", evidence == null ? 0 : evidence.rowsLeftOut());
    }

    private static @Nullable String plain(@Nullable Quotient value) {
        return value == null ? null : value.plain();
    }
}
