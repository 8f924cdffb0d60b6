package kirchberg.classify;

import static kirchberg.table.Financings.SECTOR;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_extract_all;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.place.PlaceContext;
import kirchberg.domain.place.PlaceContext.Effect;
import org.apache.spark.sql.Column;

/**
 * The words around names, over a text in which names are marked.
 *
 * @param contexts of the reference tables
 * @param marked the text
 */
record PlaceContexts(List<PlaceContext> contexts, Column marked) {
    private static final String ANY_CASE = "(?iu)";
    private static final String MARKED_NAME =
            PlaceContext.OPEN + "([^" + PlaceContext.CLOSE + "]*)" + PlaceContext.CLOSE;

    PlaceContexts {
        contexts = List.copyOf(contexts);
    }

    /** The names in a text, in its order and in lower case. */
    static Column names(Column marked) {
        return regexp_extract_all(lower(marked), lit(MARKED_NAME), lit(1));
    }

    /** Whether the text says that its places are not the only ones, or not certain; never null where there is text. */
    Column isUnknown() {
        return patterns(Effect.UNKNOWN).entrySet().stream()
                .map(e -> holdsIn(e.getKey()).and(marked.rlike(e.getValue())))
                .reduce(lit(false), Column::or);
    }

    /** The names that belong to somebody or something else, parted by marks; empty if there are none. */
    Stream<Column> ignored() {
        return patterns(Effect.IGNORED).entrySet().stream().map(e -> {
            var found = array_join(regexp_extract_all(marked, lit(e.getValue()), lit(0)), " ");
            return names(when(holdsIn(e.getKey()), found).otherwise(""));
        });
    }

    /** A row whose sector is not known may belong to any. */
    private static Column holdsIn(Set<String> sectors) {
        return sectors.isEmpty()
                ? lit(true)
                : SECTOR.col().isin(sectors.toArray()).or(SECTOR.col().equalTo(Classification.UNKNOWN));
    }

    private Map<Set<String>, String> patterns(Effect effect) {
        return contexts.stream()
                .filter(c -> c.effect() == effect)
                .collect(Collectors.groupingBy(
                        PlaceContext::sectors,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                c -> "(?:" + c.overMarkedText() + ")", Collectors.joining("|", ANY_CASE, ""))));
    }
}
