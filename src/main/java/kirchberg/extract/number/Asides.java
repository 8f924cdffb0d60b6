package kirchberg.extract.number;

import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.NumberKind;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;

/** Tells names, references, dates and telephone numbers from figures. */
final class Asides {
    private static final int LONGEST_ORDINAL = 2;
    /** Tokens of a telephone number or of a reference; what is longer is no such thing. */
    private static final int LONGEST_RUN = 16;

    private final Line line;
    private final Language language;
    private final Dates dates;

    Asides(Line line, Language language) {
        this.line = line;
        this.language = language;
        this.dates = new Dates(line);
    }

    /** The number at the token, if it is no figure. */
    Optional<Aside> at(int i) {
        var words = named(i);
        if (words.isPresent() || !line.isDigits(i)) {
            return words;
        }
        return telephone(i)
                .or(() -> reference(i))
                .or(() -> house(i))
                .or(() -> dates.at(i))
                .or(() -> ordinal(i))
                .or(() -> numbering(i))
                .or(() -> grown(i));
    }

    private Optional<Aside> named(int i) {
        return Stream.of(Role.NAME, Role.NO_FRACTION)
                .flatMap(role -> line.at(role, i).stream())
                .findFirst()
                .map(cue -> Aside.of(i, cue.to(), NumberKind.NAME, "it is part of " + article(cue)));
    }

    private static String article(Cue cue) {
        return cue.role() == Role.NAME ? "the name of " + cue.value() : cue.value();
    }

    /** A plus sign and several groups of digits, or digits after a word for telephone. */
    private Optional<Aside> telephone(int i) {
        var to = i + 1;
        var groups = 1;
        while (to - i < LONGEST_RUN && (line.isDigits(to) || (isJoint(to) && line.isDigits(to + 1)))) {
            groups++;
            to = line.isDigits(to) ? to + 1 : to + 2;
        }
        var plus = line.is(i - 1, "+") && line.touches(i) && groups > 2;
        var end = to;
        return plus
                ? Optional.of(Aside.of(i, end, NumberKind.REFERENCE, "it is a telephone number"))
                : Optional.empty();
    }

    private boolean isJoint(int i) {
        return line.is(i, "-") || line.is(i, "/") || line.is(i, ".") || line.is(i, ")") || line.is(i, "(");
    }

    private Optional<Aside> reference(int i) {
        var before = line.ending(Role.REFERENCE, i)
                .or(() -> line.is(i - 1, ".") || line.is(i - 1, ":") || line.is(i - 1, "+")
                        ? line.ending(Role.REFERENCE, i - 1)
                        : Optional.empty());
        return before.filter(cue -> !isUnit(end(i)) && !isUnit(i + 1))
                .map(cue -> Aside.of(i, end(i), NumberKind.REFERENCE, "it is the number of " + cue.value()));
    }

    private boolean isUnit(int i) {
        return Stream.of(Role.POWER, Role.PERCENT, Role.MONEY, Role.CURRENCY, Role.TIMES)
                .anyMatch(role -> line.at(role, i).isPresent());
    }

    /** After the digits and all that hangs on them. */
    private int end(int i) {
        var to = i + 1;
        while (to - i < LONGEST_RUN && hangsOn(to)) {
            to = line.isDigits(to) ? to + 1 : to + 2;
        }
        return to;
    }

    private boolean hangsOn(int to) {
        return (line.isDigits(to) && line.gap(to).length() == 1)
                || (line.touches(to) && isJoint(to) && line.touches(to + 1) && line.isDigits(to + 1));
    }

    /** "98-100, boulevard". */
    private Optional<Aside> house(int i) {
        var to = end(i);
        return line.at(Role.STREET, line.is(to, ",") ? to + 1 : to)
                .map(cue -> Aside.of(i, to, NumberKind.REFERENCE, "it is the number of a house"));
    }

    private Optional<Aside> ordinal(int i) {
        var length = line.token(i).text().length();
        var suffix = line.touches(i + 1) ? line.at(Role.ORDINAL, i + 1) : Optional.<Cue>empty();
        if (suffix.isPresent()) {
            return Optional.of(
                    Aside.of(i, suffix.get().to(), NumberKind.REFERENCE, "it is a place in a row, not a quantity"));
        }
        var german = language == Language.GERMAN
                && length <= LONGEST_ORDINAL
                && line.is(i + 1, ".")
                && line.touches(i + 1)
                && line.isWord(i + 2);
        return german
                ? Optional.of(Aside.of(i, i + 2, NumberKind.REFERENCE, "it is a place in a row, not a quantity"))
                : Optional.empty();
    }

    /** Numbers of list items, footnotes and sections; documents such as 2025-491. */
    private Optional<Aside> numbering(int i) {
        var bracket = ((line.is(i - 1, "(") && line.is(i + 1, ")")) || (line.is(i - 1, "[") && line.is(i + 1, "]")))
                && line.token(i).text().length() <= LONGEST_ORDINAL;
        var item = i == 0 && (line.is(1, ".") || line.is(1, ")")) && line.has(2) && line.touches(1) && !line.touches(2);
        var to = end(i);
        var joined = to > i + 1 && (line.is(i + 1, "-") || line.is(i + 1, "/")) && isLong(i, to) && !isUnit(to);
        var numbered = to > i + 3 && line.is(i + 1, ".") && line.is(i + 3, ".") && !areThousands(i, to);
        return bracket || item || joined || numbered
                ? Optional.of(Aside.of(
                        i,
                        joined || numbered ? to : i + 1,
                        NumberKind.REFERENCE,
                        "it numbers a document, a part or a note"))
                : Optional.empty();
    }

    /** Digits on both sides that are too many for a range. */
    private boolean isLong(int i, int to) {
        return line.token(i).text().length() >= 3 && line.token(to - 1).text().length() >= 3 && to == i + 3;
    }

    private boolean areThousands(int i, int to) {
        for (int j = i + 2; j < to; j += 2) {
            if (line.isDigits(j) && line.token(j).text().length() != 3) {
                return false;
            }
        }
        return true;
    }

    /** Digits that have grown together with letters: A4, 5G, Ariane-6. */
    private Optional<Aside> grown(int i) {
        var before = line.touches(i)
                && (line.isWord(i - 1) || (line.is(i - 1, "-") && line.touches(i - 1) && line.isWord(i - 2)))
                && line.ending(Role.CURRENCY, i).isEmpty();
        var after = line.touches(i + 1) && line.isWord(i + 1) && !isUnit(i + 1) && !isOtherUnit(i + 1);
        return before || after
                ? Optional.of(Aside.of(i, after ? i + 2 : i + 1, NumberKind.NAME, "it is part of a name or a code"))
                : Optional.empty();
    }

    private boolean isOtherUnit(int i) {
        return Stream.of(Role.POWER_OF_MONEY, Role.QUANTITY, Role.DURATION, Role.UNSAFE, Role.POINTS)
                .anyMatch(role -> line.at(role, i).isPresent());
    }
}
