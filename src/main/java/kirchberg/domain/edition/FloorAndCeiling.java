package kirchberg.domain.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.edition.Disagreement.Kind;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Finds a floor and a ceiling on one number within one version: "up to five" and "no fewer than five" leave exactly
 * five, and contradict each other in sense; "nearly 900" and "over 900" leave nothing. Needs no data.
 */
public final class FloorAndCeiling {
    private static final Set<Hedge> FLOORS = Set.of(Hedge.AT_LEAST, Hedge.OVER);
    private static final Set<Hedge> CEILINGS = Set.of(Hedge.AT_MOST, Hedge.NEARLY);

    private FloorAndCeiling() {}

    /** Every such pair, the first in the order of reading first. */
    public static List<Disagreement> in(EditionExtract extraction) {
        var figures = extraction.figures();
        var found = new ArrayList<Disagreement>();
        for (var i = 0; i < figures.size(); i++) {
            for (var j = i + 1; j < figures.size(); j++) {
                between(figures.get(i), figures.get(j), extraction.edition().name())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Disagreement> between(Mention one, Mention other, String version) {
        var isFloorFirst = FLOORS.contains(one.reading().hedge());
        var floor = isFloorFirst ? one : other;
        var ceiling = isFloorFirst ? other : one;
        if (!FLOORS.contains(floor.reading().hedge())
                || !CEILINGS.contains(ceiling.reading().hedge())
                || !isOne(one, other)) {
            return Optional.empty();
        }
        var words = "\"" + floor.passage().words() + "\" is a floor, \""
                + ceiling.passage().words() + "\" a ceiling: ";
        return Optional.of(new Disagreement(
                Kind.FLOOR_AND_CEILING, List.of(one, other), List.of(version, version), words + left(floor, ceiling)));
    }

    private static String left(Mention floor, Mention ceiling) {
        var closed =
                floor.reading().hedge() == Hedge.AT_LEAST && ceiling.reading().hedge() == Hedge.AT_MOST;
        return closed
                ? "together they leave exactly " + Likeness.figure(floor).printed()
                        + ", and contradict each other in sense."
                : "together they leave nothing.";
    }

    /** Whether two mentions print one number of one thing, as far as the text says. */
    private static boolean isOne(Mention one, Mention other) {
        var a = one.subject();
        var b = other.subject();
        return Likeness.figure(one).unit() == Likeness.figure(other).unit()
                && Likeness.isSameValue(one, other)
                && mayBeOne(a.measure(), b.measure())
                && mayBeOne(a.of(), b.of())
                && mayBeOne(a.period(), b.period())
                && mayBeOne(a.institution(), b.institution())
                && mayBeOne(a.place(), b.place())
                && countsOne(a, b);
    }

    private static boolean mayBeOne(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || Objects.equals(one, other);
    }

    /** "gigafactories" may be the "AI gigafactories" of before. */
    private static boolean countsOne(Subject one, Subject other) {
        var a = one.counts().toLowerCase(Locale.ROOT);
        var b = other.counts().toLowerCase(Locale.ROOT);
        return a.contains(b) || b.contains(a);
    }
}
