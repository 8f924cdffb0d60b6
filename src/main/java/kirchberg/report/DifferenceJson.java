package kirchberg.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import kirchberg.domain.difference.Attribute;
import kirchberg.domain.difference.Cause;
import kirchberg.domain.difference.Change;
import kirchberg.domain.difference.Compared;
import kirchberg.domain.difference.Content;
import kirchberg.domain.difference.Difference;
import kirchberg.domain.difference.Sum;
import org.jspecify.annotations.Nullable;

/** How two portfolios differ, as one JSON object: decimals are strings, a row that only one of them has is null. */
final class DifferenceJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DifferenceJson() {}

    static String of(Difference difference, int limit) {
        var node = NODES.objectNode();
        var total = difference.total();
        node.set("before", side(difference.before(), total.before()));
        node.set("after", side(difference.after(), total.after()));
        node.put("difference_eur", total.differenceEur().toPlainString());
        var left = node.putArray("not_compared");
        difference.notCompared().stream().sorted().forEach(a -> left.add(key(a)));
        var causes = node.putArray("causes");
        for (var cause : Cause.values()) {
            var sums = Objects.requireNonNull(difference.causes().get(cause));
            causes.add(amounts(NODES.objectNode().put("cause", cause.name()).put("rows", sums.rows()), sums));
        }
        var years = node.putArray("years");
        difference.years().stream().filter(year -> year.total().isDifferent()).forEach(year -> years.add(year(year)));
        node.put("change_count", difference.changes().size());
        var changes = node.putArray("changes");
        difference.changes().stream().limit(limit).forEach(change -> changes.add(change(change)));
        return FindingsJson.printed(node);
    }

    private static ObjectNode side(Compared side, Sum sum) {
        return NODES.objectNode()
                .put("name", side.name())
                .put("synthetic", side.isSynthetic())
                .put("rows", sum.rows())
                .put("amount_eur", sum.eur().toPlainString())
                .put("rejected_rows", side.rejectedRows())
                .put("rejected_eur", side.rejectedEur().toPlainString())
                .put("rejected_unreadable", side.rejectedUnreadable());
    }

    private static ObjectNode year(Difference.Year year) {
        var node = NODES.objectNode()
                .put("year", year.year())
                .put("before_rows", year.total().before().rows())
                .put("after_rows", year.total().after().rows());
        return amounts(node, year.total());
    }

    private static ObjectNode amounts(ObjectNode node, Difference.Total total) {
        return node.put("before_eur", total.before().eur().toPlainString())
                .put("after_eur", total.after().eur().toPlainString())
                .put("difference_eur", total.differenceEur().toPlainString());
    }

    private static ObjectNode change(Change change) {
        var node = NODES.objectNode()
                .put("cause", change.cause().name())
                .put("difference_eur", change.differenceEur().toPlainString());
        var changed = node.putArray("changed");
        change.changed().forEach(a -> changed.add(key(a)));
        node.set("before", content(change.before()));
        node.set("after", content(change.after()));
        return node;
    }

    private static @Nullable ObjectNode content(@Nullable Content content) {
        if (content == null) {
            return null;
        }
        var node = NODES.objectNode()
                .put("amount_eur", content.amountEur().toPlainString())
                .put("signed_on", content.signedOn().toString());
        content.texts().forEach((attribute, text) -> node.put(key(attribute), text));
        return node;
    }

    private static String key(Attribute attribute) {
        return attribute == Attribute.AMOUNT ? "amount_eur" : attribute.name().toLowerCase(Locale.ROOT);
    }
}
