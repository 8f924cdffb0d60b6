package kirchberg.extract.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.text.Language;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;

/**
 * Reads numbers in digits. English: 12,300.5; French: 12 300,5; German: 12.300,5. A space, hard or narrow or plain, may
 * stand between thousands in all three.
 */
final class Digits {
    /** Tokens of one number; far more than a figure can have. */
    private static final int LONGEST = 200;

    private static final String SPACES = " \u00A0\u202F\u2009";

    private final Line line;
    private final Language language;
    private final int from;
    private final StringBuilder whole = new StringBuilder();
    private int to;

    private Digits(Line line, Language language, int from) {
        this.line = line;
        this.language = language;
        this.from = from;
        this.to = from + 1;
        whole.append(line.token(from).text());
    }

    /** The number that begins at the token; empty if no digits stand there. */
    static Optional<Numeral> at(Line line, int i, Language language) {
        return line.isDigits(i) ? Optional.of(new Digits(line, language, i).read()) : Optional.empty();
    }

    private Numeral read() {
        var spaced = joinSpaced();
        var groups = groups();
        to += 2 * groups.size();
        if (groups.isEmpty()) {
            return done("");
        }
        var last = groups.get(groups.size() - 1);
        if (last.sign() == decimal() && (spaced ? groups.size() == 1 : areThousands(groups, groups.size() - 1))) {
            groups.subList(0, groups.size() - 1).forEach(group -> whole.append(group.digits()));
            return done(last.digits());
        }
        if (!spaced && groups.size() > 1 && areThousands(groups, groups.size()) && areAlike(groups)) {
            groups.forEach(group -> whole.append(group.digits()));
            return done("");
        }
        return spaced || groups.size() > 1 ? unreadable() : foreign(last);
    }

    /** One separator that is not the decimal sign of the language. */
    private Numeral foreign(Group group) {
        var thousands = group.digits().length() == 3 && whole.length() <= 3 && whole.charAt(0) != '0';
        if (thousands && language == Language.FRENCH) {
            return Numeral.doubtful(
                    from, to, "a point before three digits may stand for thousands or, as in English, for decimals");
        }
        if (thousands) {
            whole.append(group.digits());
            return done("");
        }
        return group.digits().length() < 3 && hasUnit() ? done(group.digits()) : unreadable();
    }

    private Numeral unreadable() {
        return Numeral.doubtful(from, to, "its separators are no number in " + name());
    }

    private Numeral done(String decimals) {
        if (whole.length() > 1 && whole.charAt(0) == '0') {
            return Numeral.doubtful(from, to, "a number does not begin with 0");
        }
        return Numeral.plain(from, to, decimals.isEmpty() ? whole.toString() : whole + "." + decimals);
    }

    private boolean joinSpaced() {
        var first = whole.length() <= 3 && whole.charAt(0) != '0';
        var joined = false;
        while (first
                && to - from < LONGEST
                && isGroup(to)
                && line.gap(to).length() == 1
                && SPACES.contains(line.gap(to))) {
            whole.append(line.token(to).text());
            to++;
            joined = true;
        }
        return joined;
    }

    private boolean isGroup(int i) {
        return line.isDigits(i) && line.token(i).text().length() == 3;
    }

    private record Group(char sign, String digits) {}

    /** Digits behind a point or a comma, without a space. */
    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        var i = to;
        while ((line.is(i, ".") || line.is(i, ",") || line.is(i, "'"))
                && line.touches(i)
                && line.isDigits(i + 1)
                && line.touches(i + 1)) {
            groups.add(new Group(
                    line.token(i).folded().charAt(0), line.token(i + 1).text()));
            i += 2;
        }
        return groups;
    }

    private boolean areThousands(List<Group> groups, int count) {
        var first = count == 0 || (whole.length() <= 3 && whole.charAt(0) != '0');
        return first
                && groups.subList(0, count).stream()
                        .allMatch(group -> group.sign() != (count < groups.size() ? decimal() : ' ')
                                && group.digits().length() == 3);
    }

    private static boolean areAlike(List<Group> groups) {
        return groups.stream().map(Group::sign).distinct().count() == 1;
    }

    private boolean hasUnit() {
        return line.at(Role.POWER, to).isPresent()
                || line.at(Role.PERCENT, to).isPresent()
                || line.at(Role.MONEY, to).isPresent()
                || line.at(Role.CURRENCY, to).isPresent()
                || line.ending(Role.CURRENCY, from).isPresent();
    }

    private char decimal() {
        return language == Language.ENGLISH ? '.' : ',';
    }

    private String name() {
        return language.name().charAt(0) + language.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
