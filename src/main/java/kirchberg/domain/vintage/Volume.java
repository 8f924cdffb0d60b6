package kirchberg.domain.vintage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * How much a source holds.
 *
 * @param dataset publisher, data set and format: what two vintages of one source have in common
 * @param records without control rows
 * @param eur sum of all amounts that can be read
 */
public record Volume(String dataset, long records, BigDecimal eur) {

    /** What a data set is called, whatever its vintage. */
    public static String dataset(String publisher, String dataset, String format) {
        return publisher + ", " + dataset + " (" + format + ")";
    }

    /** Sources of one data set taken together, in the order in which they come. */
    private static List<Volume> together(List<Volume> volumes) {
        var sums = new LinkedHashMap<String, Volume>();
        volumes.forEach(v -> sums.merge(v.dataset, v, Volume::plus));
        return List.copyOf(sums.values());
    }

    private Volume plus(Volume other) {
        return new Volume(dataset, records + other.records, eur.add(other.eur));
    }

    /**
     * What has fallen by more than a part of it, one sentence for each data set. A data set that is new, or is no
     * longer there, has no last vintage to be compared with.
     *
     * @param limit 0 to 1
     */
    public static List<String> shrunk(List<Volume> before, List<Volume> now, BigDecimal limit) {
        var later = together(now);
        var found = new ArrayList<String>();
        for (var old : together(before)) {
            later.stream()
                    .filter(v -> v.dataset.equals(old.dataset))
                    .filter(v -> v.isShortOf(old, limit))
                    .map(v -> v.text(old))
                    .forEach(found::add);
        }
        return found;
    }

    private boolean isShortOf(Volume old, BigDecimal limit) {
        var left = BigDecimal.ONE.subtract(limit);
        return isBelow(
                        BigDecimal.valueOf(records),
                        BigDecimal.valueOf(old.records).multiply(left))
                || (old.eur.signum() > 0 && isBelow(eur, old.eur.multiply(left)));
    }

    private static boolean isBelow(BigDecimal amount, BigDecimal least) {
        return amount.compareTo(least) < 0;
    }

    private String text(Volume old) {
        return dataset + " has " + records + " records and EUR " + eur.toPlainString() + ", the standing release has "
                + old.records + " records and EUR " + old.eur.toPlainString();
    }
}
