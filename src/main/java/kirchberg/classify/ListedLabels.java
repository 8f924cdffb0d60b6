package kirchberg.classify;

import static kirchberg.table.Financings.EU_MEMBERSHIP;
import static kirchberg.table.Financings.OPERATION_NAME;
import static kirchberg.table.Financings.PRIORITIES;
import static kirchberg.table.Financings.PROGRAMMES;
import static kirchberg.table.Financings.PROGRAMME_WORDS;
import static kirchberg.table.Financings.SECTOR;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.source.Rule;
import kirchberg.table.Field;
import kirchberg.table.Labels;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Labels that a source states as a list: the programmes, and the priorities but climate and cohesion, which are shares.
 *
 * <p>A stated list is exhaustive: what it holds is the whole amount, what it leaves out is none of it. The keys of
 * climate and cohesion may stand in it, but say nothing about a share and are passed over.
 */
final class ListedLabels {
    private static final List<Label> SHARES = List.of(Priority.CLIMATE, Priority.COHESION);
    private static final Column NO_TEXT = lit(null).cast("string");

    private ListedLabels() {}

    static Dataset<Row> withLabels(Dataset<Row> rows, List<Rule> rules) {
        var ruled = new LinkedHashMap<String, Column>();
        var valued = new LinkedHashMap<String, Column>();
        for (var label : Label.all().stream().filter(l -> !SHARES.contains(l)).toList()) {
            var own = rules.stream().filter(r -> r.label().equals(label)).toList();
            ruled.put(Labels.rule(label).name(), firstRule(list(label), own));
            valued.putAll(LabelColumns.of(label, stated(label), share(label, own)));
        }
        ruled.put(PROGRAMME_WORDS.name(), programmeWords(rules));
        return rows.withColumns(ruled).withColumns(valued);
    }

    private static Field list(Label label) {
        return label instanceof Programme ? PROGRAMMES : PRIORITIES;
    }

    private static Column stated(Label label) {
        return list(label).col().isNotNull();
    }

    private static Column firstRule(Field list, List<Rule> rules) {
        var first = when(list.col().isNotNull(), NO_TEXT);
        for (var rule : rules) {
            first = first.when(matches(rule), rule.id());
        }
        return first;
    }

    private static Column matches(Rule rule) {
        var sector = rule.sector();
        var membership = rule.membership();
        var pattern = rule.namePattern();
        var always = lit(true);
        return always.and(sector == null ? always : SECTOR.col().equalTo(sector))
                .and(membership == null ? always : EU_MEMBERSHIP.col().equalTo(membership.name()))
                .and(pattern == null ? always : OPERATION_NAME.col().rlike(pattern));
    }

    private static LabelColumns.Share share(Label label, List<Rule> rules) {
        var listed = concat(lit(";"), list(label).col(), lit(";")).contains(";" + label.key() + ";");
        var whole = when(stated(label), when(listed, LabelColumns.ONE).otherwise(LabelColumns.ZERO));
        var low = whole;
        var high = whole;
        for (var rule : rules) {
            var decided = Labels.rule(label).col().equalTo(rule.id());
            low = low.when(decided, exact(rule.lowShare()));
            high = high.when(decided, exact(rule.highShare()));
        }
        return new LabelColumns.Share(low, high);
    }

    private static Column exact(BigDecimal share) {
        return lit(share).cast(Field.SHARE);
    }

    private static Column programmeWords(List<Rule> rules) {
        var markers = rules.stream()
                .filter(r -> r.label() instanceof Programme)
                .map(Rule::namePattern)
                .filter(Objects::nonNull)
                .distinct()
                .map(pattern -> nullif(regexp_extract(OPERATION_NAME.col(), pattern, 0), lit("")))
                .toArray(Column[]::new);
        return nullif(concat_ws(" ", markers), lit(""));
    }
}
