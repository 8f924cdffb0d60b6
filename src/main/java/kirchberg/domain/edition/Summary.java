package kirchberg.domain.edition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.NumberKind;

/**
 * How many numbers a text has, and what can be done with them.
 *
 * @param numbers all that were found
 * @param counts per outcome, each of them present
 * @param otherKinds of the numbers that are no figures or cannot be read
 */
public record Summary(int numbers, Map<Checkability, Integer> counts, Map<NumberKind, Integer> otherKinds) {
    private static final Map<NumberKind, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(NumberKind.DATE, "dates and times"),
            Map.entry(NumberKind.REFERENCE, "references"),
            Map.entry(NumberKind.NAME, "parts of names"),
            Map.entry(NumberKind.QUANTITY, "quantities with another unit"),
            Map.entry(NumberKind.UNREADABLE, "unreadable"),
            Map.entry(NumberKind.CHANGE, "changes"),
            Map.entry(NumberKind.TERM, "terms of sums"),
            Map.entry(NumberKind.RANGE, "ends of ranges"),
            Map.entry(NumberKind.COUNT, "plain counts")));

    public Summary {
        counts = Map.copyOf(counts);
        otherKinds = Map.copyOf(otherKinds);
    }

    public static Summary of(EditionExtract extraction) {
        var counts = new EnumMap<Checkability, Integer>(Checkability.class);
        for (var checkability : Checkability.values()) {
            counts.put(checkability, extraction.mentions(checkability).size());
        }
        var others = extraction.extract().mentions().stream()
                .filter(mention -> isOther(mention))
                .collect(Collectors.toMap(mention -> mention.reading().kind(), mention -> 1, Integer::sum));
        return new Summary(extraction.extract().mentions().size(), counts, others);
    }

    public int count(Checkability checkability) {
        return counts.getOrDefault(checkability, 0);
    }

    /** Two or three lines for people, each of at most 79 characters unless a text has very many kinds of numbers. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(numbers + (numbers == 1 ? " number" : " numbers") + " found, of which "
                + count(Checkability.CHECKABLE) + (count(Checkability.CHECKABLE) == 1 ? " is" : " are")
                + " checkable (" + share() + " %),");
        lines.add(count(Checkability.OUT_OF_REACH) + " out of reach, " + count(Checkability.NOT_A_FIGURE)
                + " no figures, " + count(Checkability.AMBIGUOUS) + " ambiguous.");
        if (!otherKinds.isEmpty()) {
            lines.add("Not taken: "
                    + otherKinds.entrySet().stream()
                            .sorted(Map.Entry.<NumberKind, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .map(entry -> entry.getValue() + " " + name(entry.getKey()))
                            .collect(Collectors.joining(", ", "", ".")));
        }
        return lines;
    }

    private static String name(NumberKind kind) {
        return NAMES.getOrDefault(kind, kind.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isOther(Mention mention) {
        return mention.checkability() == Checkability.NOT_A_FIGURE || mention.checkability() == Checkability.AMBIGUOUS;
    }

    /** Checkable numbers, in whole per cent of all. */
    private BigDecimal share() {
        return numbers == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100L * count(Checkability.CHECKABLE))
                        .divide(BigDecimal.valueOf(numbers), 0, RoundingMode.HALF_UP);
    }
}
