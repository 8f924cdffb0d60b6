package kirchberg.domain.edition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import kirchberg.domain.text.Mention;

/**
 * Lays the figures of two versions beside each other. Translations keep the order of their sentences, so figures are
 * first matched in the order of reading such that their likeness adds up to the most (of several ways, the one that
 * matches the earliest figures); what then is left is matched out of order, in the order of the first version, where
 * the value is the same.
 *
 * @param pairs figures that answer to each other, in the order of the first version
 * @param here figures of the first version alone
 * @param there figures of the second version alone
 */
record Alignment(List<Pair> pairs, List<Mention> here, List<Mention> there) {

    /** One figure in two versions. */
    record Pair(Mention here, Mention there) {}

    static Alignment of(List<Mention> here, List<Mention> there) {
        var pairs = inOrder(here, there);
        var leftHere = without(here, pairs.stream().map(Pair::here).toList());
        var leftThere =
                new ArrayList<>(without(there, pairs.stream().map(Pair::there).toList()));
        for (var mention : leftHere) {
            leftThere.stream()
                    .filter(other -> Likeness.of(mention, other) > 0 && Likeness.isSameValue(mention, other))
                    .findFirst()
                    .ifPresent(other -> {
                        pairs.add(new Pair(mention, other));
                        leftThere.remove(other);
                    });
        }
        pairs.sort((one, other) -> Integer.compare(here.indexOf(one.here()), here.indexOf(other.here())));
        return new Alignment(pairs, without(here, pairs.stream().map(Pair::here).toList()), List.copyOf(leftThere));
    }

    private static List<Mention> without(List<Mention> all, List<Mention> matched) {
        var gone = new HashSet<>(matched);
        return all.stream().filter(mention -> !gone.contains(mention)).toList();
    }

    private static List<Pair> inOrder(List<Mention> here, List<Mention> there) {
        var best = best(here, there);
        var pairs = new ArrayList<Pair>();
        var i = 0;
        var j = 0;
        while (i < here.size() && j < there.size()) {
            var likeness = Likeness.of(here.get(i), there.get(j));
            if (likeness > 0 && best[i][j] == best[i + 1][j + 1] + likeness) {
                pairs.add(new Pair(here.get(i++), there.get(j++)));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** The most that the figures from i on and from j on can be alike. */
    private static int[][] best(List<Mention> here, List<Mention> there) {
        var best = new int[here.size() + 1][there.size() + 1];
        for (var i : descending(here.size())) {
            for (var j : descending(there.size())) {
                var likeness = Math.max(0, Likeness.of(here.get(i), there.get(j)));
                var paired = best[i + 1][j + 1] + likeness;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return best;
    }

    private static List<Integer> descending(int size) {
        var numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.reverse(numbers);
        return numbers;
    }
}
