package kirchberg.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.domain.place.Gazetteer;
import kirchberg.domain.source.Rule;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The reference tables of a job, read.
 *
 * @param countries under {@link References#COUNTRIES}
 * @param regions under {@link References#REGIONS}
 * @param sectors under {@link References#SECTORS}
 * @param cohesionRegions under {@link References#COHESION}
 * @param rules of {@code rules.csv}, in their order
 * @param gazetteer names of places in the EU, of {@code gazetteer.csv} and {@code place_contexts.csv}
 * @param places what a place may be called beside WORLD, EU and NON_EU: country codes, and {@code region:KEY}
 * @param counts number of entries by what a claim may count: {@code priorities}, {@code cohesion_regions}
 */
public record ReferenceTables(
        Dataset<Row> countries,
        Dataset<Row> regions,
        Dataset<Row> sectors,
        Dataset<Row> cohesionRegions,
        List<Rule> rules,
        Gazetteer gazetteer,
        Set<String> places,
        Map<String, Long> counts) {

    public ReferenceTables {
        rules = List.copyOf(rules);
        places = Set.copyOf(places);
        counts = Map.copyOf(counts);
    }
}
