package kirchberg.classify;

import static kirchberg.table.Financings.COUNTRY_CODE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kirchberg.domain.place.NameTrie;
import kirchberg.domain.place.PlaceName;
import kirchberg.table.Field;
import kirchberg.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** The names of the gazetteer as a plan needs them: one expression that finds them, and three small tables to join. */
record PlaceNames(List<PlaceName> names) {
    static final Field COUNTRY_NAMES = names("country_place_names", "All names of places in a country, lower case.");
    static final Field REGION_NAMES = names("region_place_names", "All names of places in a region, lower case.");
    static final Field FIRST_NAME = Field.text("first_place_name", "The first name of a place in the text.");
    static final Field REGION = Field.text("named_nuts2", "The one region in which that place lies.");

    private static final Table BY_COUNTRY = Table.of("place_countries", 1, COUNTRY_CODE, COUNTRY_NAMES);
    private static final Table BY_NAME = Table.of("place_names", 2, COUNTRY_CODE, FIRST_NAME, REGION);
    private static final Table BY_REGION = Table.of("place_regions", 1, REGION, REGION_NAMES);

    PlaceNames {
        names = List.copyOf(names);
    }

    /** Finds every name as a whole word that begins with a capital: split and nice are no towns, Split and Nice are. */
    String expression() {
        var trie = new NameTrie();
        names.forEach(n -> n.spellings().forEach(trie::add));
        var word = "[\\p{L}\\p{N}]";
        return "(?=\\p{Lu})(?<!" + word + ")(?iu:" + trie.expression() + ")(?!" + word + ")";
    }

    /** One row per country. */
    Dataset<Row> byCountry(SparkSession spark) {
        return arrays(spark, BY_COUNTRY, spellings(PlaceName::countryCode));
    }

    /** One row per region. */
    Dataset<Row> byRegion(SparkSession spark) {
        return arrays(spark, BY_REGION, spellings(PlaceName::nuts2));
    }

    /** One row per country and spelling of a name that lies in one region: a doubled one would double money. */
    Dataset<Row> byName(SparkSession spark) {
        var rows = new HashMap<List<String>, Row>();
        for (var name : names) {
            var region = name.nuts2();
            var country = name.countryCode();
            if (region != null) {
                name.spellings().forEach(s -> rows.put(List.of(country, s), RowFactory.create(country, s, region)));
            }
        }
        return spark.createDataFrame(List.copyOf(rows.values()), BY_NAME.schema());
    }

    private Map<String, Set<String>> spellings(Function<PlaceName, ? extends String> key) {
        var spellings = new HashMap<String, Set<String>>();
        for (var name : names) {
            var of = key.apply(name);
            if (of != null) {
                spellings.computeIfAbsent(of, k -> new TreeSet<>()).addAll(name.spellings());
            }
        }
        return spellings;
    }

    private static Dataset<Row> arrays(SparkSession spark, Table table, Map<String, Set<String>> names) {
        var rows = names.entrySet().stream()
                .map(e -> RowFactory.create(e.getKey(), e.getValue().toArray(String[]::new)))
                .toList();
        return spark.createDataFrame(rows, table.schema());
    }

    private static Field names(String name, String meaning) {
        return new Field(name, DataTypes.createArrayType(DataTypes.StringType), meaning);
    }
}
