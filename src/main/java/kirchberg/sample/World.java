package kirchberg.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Places and sectors of the sample, and how often each is drawn. */
record World(List<Country> countries, List<Sector> sectors) {

    /**
     * A place, with its labels in the public export.
     *
     * @param index position in {@code countries.csv}
     * @param cohesionRegions NUTS-2 codes of less developed and transition regions
     * @param otherRegions NUTS-2 codes of more developed regions
     * @param rows how often it is drawn
     * @param weights about EUR m of the Group by year
     */
    record Country(
            int index,
            String label,
            String region,
            boolean inEu,
            boolean ofEif,
            List<String> cohesionRegions,
            List<String> otherRegions,
            int rows,
            Map<Integer, Long> weights) {

        boolean isMember() {
            return inEu && !(cohesionRegions.isEmpty() && otherRegions.isEmpty());
        }

        /** Whether all of its regions are cohesion regions, or none is, so that the country alone decides. */
        boolean decidesCohesion() {
            return isMember() && (cohesionRegions.isEmpty() || otherRegions.isEmpty());
        }

        long weight(int year) {
            return weights.getOrDefault(year, 1L);
        }
    }

    /**
     * A sector of the public export.
     *
     * @param rowsOfEib how often it is drawn for the EIB
     * @param rowsOfEif how often it is drawn for the EIF
     * @param techEu whether TechEU may mark its operations
     * @param climatePercents climate shares that are usual for it
     * @param priorityChances chance in per cent by key of a priority
     * @param works what its operations finance
     */
    record Sector(
            String label,
            int rowsOfEib,
            int rowsOfEif,
            boolean techEu,
            List<Integer> climatePercents,
            Map<String, Integer> priorityChances,
            List<String> works) {}

    /** Things to draw from, by weight. */
    static final class Urn<T> {
        private final List<T> things;
        private final int[] ends;

        private Urn(List<T> things, int[] ends) {
            this.things = things;
            this.ends = ends;
        }

        static <T> Urn<T> of(List<T> things, ToIntFunction<T> weight) {
            var weights = things.stream().mapToInt(weight).toArray();
            Arrays.parallelPrefix(weights, Integer::sum);
            return new Urn<>(things, weights);
        }

        T draw(Random random) {
            int at = Arrays.binarySearch(ends, 1 + random.nextInt(ends[ends.length - 1]));
            return things.get(at >= 0 ? at : -at - 1);
        }
    }

    static World load() {
        var rows = Resource.rows("countries.csv");
        var regions = Resource.rows("regions.csv");
        var countries = IntStream.range(0, rows.size())
                .mapToObj(i -> country(i, rows.get(i), regions))
                .toList();
        return new World(
                countries,
                Resource.rows("sectors.csv").stream().map(World::sector).toList());
    }

    Urn<Country> urn(Predicate<Country> wanted) {
        return Urn.of(countries.stream().filter(wanted).toList(), Country::rows);
    }

    private static Country country(int index, NamedCsvRecord row, List<NamedCsvRecord> regions) {
        var own = regions.stream()
                .filter(region -> region.getField("country").equals(row.getField("nuts")))
                .toList();
        return new Country(
                index,
                row.getField("label"),
                row.getField("region"),
                row.getField("eu").equals("yes"),
                row.getField("eif").equals("yes"),
                codes(own, category -> !category.equals("more_developed")),
                codes(own, category -> category.equals("more_developed")),
                Integer.parseInt(row.getField("rows")),
                weights(row));
    }

    private static Map<Integer, Long> weights(NamedCsvRecord row) {
        var weights = new HashMap<Integer, Long>();
        row.getFieldsAsMap().forEach((name, value) -> {
            if (name.startsWith("weight_")) {
                weights.put(Integer.valueOf(name.substring("weight_".length())), Long.valueOf(value));
            }
        });
        return Map.copyOf(weights);
    }

    private static List<String> codes(List<NamedCsvRecord> regions, Predicate<String> wanted) {
        return regions.stream()
                .filter(region -> wanted.test(region.getField("category")))
                .map(region -> region.getField("nuts2"))
                .toList();
    }

    private static Sector sector(NamedCsvRecord row) {
        var chances = new HashMap<String, Integer>();
        for (var chance : parts(row.getField("priorities"), ";")) {
            var pair = parts(chance, ":");
            chances.put(pair.get(0), Integer.valueOf(pair.get(1)));
        }
        return new Sector(
                row.getField("label"),
                Integer.parseInt(row.getField("rows_eib")),
                Integer.parseInt(row.getField("rows_eif")),
                row.getField("tech").equals("yes"),
                parts(row.getField("climate"), ";").stream()
                        .map(Integer::valueOf)
                        .toList(),
                Map.copyOf(chances),
                parts(row.getField("works"), "|"));
    }

    private static List<String> parts(String text, String separator) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + separator.length();
        }
        if (!text.isEmpty()) {
            parts.add(text.substring(start));
        }
        return List.copyOf(parts);
    }
}
