package kirchberg.releases;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was found in a text against the numbers of {@code gold.csv}. A field is right if both say the same.
 * Precision: of the values that were found, how many are right. Recall: of the values that the gold has, how many were
 * found.
 */
final class Gold {
    /** How many values are right, how many were found, how many the gold has. */
    record Score(int right, int found, int gold) {
        /** As {@code precision right/found, recall right/gold}. */
        String text() {
            return "precision " + right + "/" + found + ", recall " + right + "/" + gold;
        }
    }

    private record Pair(Map<String, String> gold, @Nullable Mention mention) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final List<Mention> mentions;
    private final List<String> wrong = new ArrayList<>();

    Gold(String language, EditionExtract extract) throws IOException {
        this.mentions = extract.extract().mentions();
        var starts = new HashMap<Integer, Integer>();
        var text = new StringBuilder();
        extract.edition().document().sentences().forEach(sentence -> {
            starts.put(sentence.number(), text.length());
            text.append(sentence.text()).append('\n');
        });
        var at = 0;
        for (var row : rows("gold.csv", language)) {
            var number = row.getOrDefault("number", "");
            var begin = text.indexOf(number, at);
            if (begin < 0) {
                throw new IllegalStateException("Cannot find " + number + " of the gold in the text after " + at);
            }
            at = begin + number.length();
            pairs.add(new Pair(row, mention(starts, begin, at).orElse(null)));
        }
    }

    /** Every value of a field that is wrong, missing or too much, for people. */
    List<String> wrong() {
        return wrong;
    }

    Score score(String field) {
        if (field.equals("number")) {
            var found =
                    (int) pairs.stream().filter(pair -> pair.mention() != null).count();
            var matched = pairs.stream().map(Pair::mention).toList();
            var spare = (int) mentions.stream()
                    .filter(mention -> !matched.contains(mention))
                    .count();
            return new Score(found, found + spare, pairs.size());
        }
        var right = 0;
        for (var pair : pairs) {
            var gold = pair.gold().getOrDefault(field, "");
            var value = pair.mention() == null ? "" : value(field, pair.mention());
            right += !gold.isEmpty() && isSame(field, gold, value) ? 1 : 0;
            if (!isSame(field, gold, value)) {
                wrong.add(field + " of " + pair.gold().get("number") + ": found \"" + value + "\", gold \"" + gold
                        + "\"");
            }
        }
        var found = (int) mentions.stream()
                .filter(mention -> !value(field, mention).isEmpty())
                .count();
        var gold = (int) pairs.stream()
                .filter(pair -> !pair.gold().getOrDefault(field, "").isEmpty())
                .count();
        return new Score(right, found, gold);
    }

    private Optional<Mention> mention(Map<Integer, Integer> starts, int begin, int end) {
        return mentions.stream()
                .filter(mention -> {
                    var start = starts.getOrDefault(mention.passage().sentence().number(), 0);
                    return start + mention.passage().from() < end
                            && start + mention.passage().to() > begin;
                })
                .findFirst();
    }

    private static boolean isSame(String field, String gold, String value) {
        if (!field.equals("figure") || gold.isEmpty() || value.isEmpty()) {
            return gold.equals(value);
        }
        var one = Figure.parse(gold);
        var other = Figure.parse(value);
        return one.value().compareTo(other.value()) == 0
                && one.unit() == other.unit()
                && one.lastPrinted().compareTo(other.lastPrinted()) == 0;
    }

    /** Empty where nothing is said; only a figure says anything but its checkability. */
    private static String value(String field, Mention mention) {
        var figure = mention.reading().figure();
        var isFigure =
                mention.checkability() == Checkability.CHECKABLE || mention.checkability() == Checkability.OUT_OF_REACH;
        if (field.equals("checkability")) {
            return mention.checkability().name();
        }
        if (!isFigure || figure == null) {
            return "";
        }
        var subject = mention.subject();
        return switch (field) {
            case "figure" -> figure.printed();
            case "unit" -> figure.unit().name();
            case "hedge" -> mention.reading().hedge().name();
            case "measure" ->
                subject.measure() == null ? "" : subject.measure().name().toLowerCase(Locale.ROOT);
            case "of" -> subject.of() == null ? "" : subject.of().key();
            case "period" -> subject.period() == null ? "" : subject.period().text();
            case "institution" ->
                subject.institution() == null ? "" : subject.institution().name();
            case "place" -> subject.place() == null ? "" : subject.place().text();
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** A field of one language: how many values were right and how many wrong when it was last improved. */
    record Reached(String field, int right, int wrong, int gold) {}

    static List<Reached> reached(String language) throws IOException {
        return rows("reached.csv", language).stream()
                .map(row -> new Reached(
                        row.getOrDefault("field", ""),
                        Integer.parseInt(row.getOrDefault("right", "")),
                        Integer.parseInt(row.getOrDefault("wrong", "")),
                        Integer.parseInt(row.getOrDefault("gold", ""))))
                .toList();
    }

    private static List<Map<String, String>> rows(String file, String language) throws IOException {
        try (var rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Releases.FOLDER.resolve(file))) {
            return rows.stream()
                    .map(NamedCsvRecord::getFieldsAsMap)
                    .filter(row -> language.equals(row.get("language")))
                    .toList();
        }
    }
}
