package kirchberg.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant, so that a misspelt word is answered with the right one. */
public final class Nearest {
    private static final int LEAST_BEGINNING = 4;

    private Nearest() {}

    /**
     * The known word that is nearest to the given one, upper and lower case being the same; empty if none is near. Near
     * means at most one letter wrong in three, or one in a shorter word. A word of which the given one is the beginning
     * is nearer than any other, for long ids are typed in part.
     */
    public static Optional<String> to(String word, Collection<String> known) {
        return several(word, known, 1).stream().findFirst();
    }

    /** The known words that are near to the given one, at most so many, the nearest first. */
    public static List<String> several(String word, Collection<String> known, int most) {
        var allowed = Math.max(1, word.length() / 3);
        if (word.isEmpty() || word.length() > 100) {
            return List.of();
        }
        return known.stream()
                .filter(candidate -> isBeginning(word, candidate) || distance(word, candidate) <= allowed)
                .sorted(Comparator.<String>comparingInt(candidate -> isBeginning(word, candidate) ? 0 : 1)
                        .thenComparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static boolean isBeginning(String word, String known) {
        return word.length() >= LEAST_BEGINNING && known.regionMatches(true, 0, word, 0, word.length());
    }

    /** Letters to insert, drop or replace to get from one word to the other (Levenshtein). */
    private static int distance(String one, String other) {
        var from = one.toLowerCase(Locale.ROOT);
        var to = other.toLowerCase(Locale.ROOT);
        var above = new int[to.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            above = nextLine(above, i, from.charAt(i - 1), to);
        }
        return above[to.length()];
    }

    private static int[] nextLine(int[] above, int dropped, char letter, String to) {
        var line = new int[above.length];
        line[0] = dropped;
        for (int j = 1; j < line.length; j++) {
            var replaced = above[j - 1] + (letter == to.charAt(j - 1) ? 0 : 1);
            line[j] = Math.min(replaced, Math.min(above[j], line[j - 1]) + 1);
        }
        return line;
    }
}
