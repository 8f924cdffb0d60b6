package kirchberg.domain.edition;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.Subject;
import org.jspecify.annotations.Nullable;

/**
 * How well a number of one version answers to one of another. Only numbers of one unit can. An equal value weighs more
 * than all else together; numbers that differ are taken for one only where what they speak of is the same in at least
 * three respects and, in all, in most.
 */
final class Likeness {
    private static final int SAME_VALUE = 6;
    private static final int OTHER_VALUE = -2;

    private Likeness() {}

    /** Above zero if the two may be one figure; the more, the better. */
    static int of(Mention one, Mention other) {
        var value = figure(one);
        var there = figure(other);
        if (value.unit() != there.unit()) {
            return 0;
        }
        return (isSameValue(one, other) ? SAME_VALUE : OTHER_VALUE) + sameSubject(one.subject(), other.subject());
    }

    static boolean isSameValue(Mention one, Mention other) {
        return figure(one).value().compareTo(figure(other).value()) == 0;
    }

    static Figure figure(Mention mention) {
        return Objects.requireNonNull(mention.reading().figure());
    }

    /** Respects that are known on both sides: each is worth one if they are the same, and costs one if not. */
    private static int sameSubject(Subject one, Subject other) {
        return Stream.<Function<Subject, @Nullable Object>>of(
                        Subject::measure, Subject::of, Subject::period, Subject::institution, Subject::place)
                .mapToInt(respect -> same(respect.apply(one), respect.apply(other)))
                .sum();
    }

    private static int same(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return 0;
        }
        return one.equals(other) ? 1 : -1;
    }
}
