package kirchberg.domain.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.edition.Alignment.Pair;
import kirchberg.domain.edition.Disagreement.Kind;
import kirchberg.domain.text.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Two language versions of one publication, figure by figure.
 *
 * @param matched figures that both versions have
 * @param disagreements in the order of the first version; last, what the second has alone
 */
public record EditionComparison(String here, String there, int matched, List<Disagreement> disagreements) {

    public EditionComparison {
        disagreements = List.copyOf(disagreements);
    }

    /** Compares the figures of two versions; what is no figure is not compared. */
    public static EditionComparison of(EditionExtract here, EditionExtract there) {
        var alignment = Alignment.of(here.figures(), there.figures());
        var names = List.of(here.edition().name(), there.edition().name());
        var found = new ArrayList<Disagreement>();
        alignment.pairs().forEach(pair -> of(pair, names).ifPresent(found::add));
        alignment.here().forEach(mention -> found.add(alone(mention, names.get(0), names.get(1))));
        alignment.there().forEach(mention -> found.add(alone(mention, names.get(1), names.get(0))));
        return new EditionComparison(
                names.get(0), names.get(1), alignment.pairs().size(), found);
    }

    private static Optional<Disagreement> of(Pair pair, List<String> names) {
        var both = List.of(pair.here(), pair.there());
        if (!Likeness.isSameValue(pair.here(), pair.there())) {
            return Optional.of(new Disagreement(
                    Kind.FIGURE,
                    both,
                    names,
                    "The figures differ: " + printed(pair.here()) + " and " + printed(pair.there()) + "."));
        }
        if (hedge(pair.here()) != hedge(pair.there())) {
            return Optional.of(new Disagreement(Kind.HEDGE, both, names, hedges(pair)));
        }
        var subjects = subjects(pair);
        return subjects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Disagreement(Kind.SUBJECT, both, names, "One number is said of " + subjects + "."));
    }

    private static String hedges(Pair pair) {
        return "One number is softened in two ways: " + said(pair.here()) + " and " + said(pair.there()) + ".";
    }

    private static String said(Mention mention) {
        var words = mention.reading().hedgeWords();
        return hedge(mention) + (words.isEmpty() ? " (no word)" : " (\"" + words + "\")");
    }

    /** What is known of both and not the same, for people; empty if there is nothing. */
    private static String subjects(Pair pair) {
        var one = pair.here().subject();
        var other = pair.there().subject();
        return Stream.of(
                        different(one.institution(), other.institution()),
                        different(
                                one.place() == null ? null : one.place().text(),
                                other.place() == null ? null : other.place().text()),
                        different(
                                one.period() == null ? null : one.period().text(),
                                other.period() == null ? null : other.period().text()),
                        different(one.measure(), other.measure()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", and of "));
    }

    private static String different(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || Objects.equals(one, other) ? "" : one + " and " + other;
    }

    private static Disagreement alone(Mention mention, String version, String other) {
        return new Disagreement(
                Kind.ONE_VERSION_ONLY,
                List.of(mention),
                List.of(version),
                "Only " + version + " has " + printed(mention) + "; " + other + " has no figure that answers to it.");
    }

    private static Hedge hedge(Mention mention) {
        return mention.reading().hedge();
    }

    private static String printed(Mention mention) {
        return "\"" + mention.passage().words() + "\"";
    }
}
