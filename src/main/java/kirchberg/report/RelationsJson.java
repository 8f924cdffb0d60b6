package kirchberg.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Relation;

/** Relations between claims as one JSON array. */
final class RelationsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RelationsJson() {}

    static String of(List<Relation> relations) {
        var array = NODES.arrayNode();
        relations.forEach(r -> array.add(relation(r)));
        return FindingsJson.printed(array);
    }

    private static ObjectNode relation(Relation relation) {
        var node = NODES.objectNode()
                .put("kind", relation.kind().name())
                .put("agreement", relation.agreement().name());
        var readings = node.putObject("readings");
        Arrays.stream(Strictness.values())
                .forEach(s -> readings.put(
                        s.name().toLowerCase(Locale.ROOT),
                        relation.readings().in(s).name()));
        node.put("arithmetic", relation.arithmetic()).put("note", relation.note());
        var claims = node.putArray("claims");
        relation.claims().forEach(c -> claims.add(claim(c)));
        return node;
    }

    private static ObjectNode claim(Claim claim) {
        return NODES.objectNode()
                .put("claim_id", claim.id())
                .put("figure", claim.figure().printed())
                .put("hedge", claim.hedge().name())
                .put("subject", Words.subject(claim))
                .put("period", claim.period().text())
                .put("quote", claim.quote())
                .put("publication_id", claim.publication().id())
                .put("title", claim.publication().title())
                .put("date", claim.publication().date().toString())
                .put("grade", claim.grade().name())
                .put("note", claim.note());
    }
}
