package kirchberg.extract.number;

import java.util.Optional;
import kirchberg.domain.text.Language;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;

/** Reads numbers in words: twenty-five, cinq cents, half, two thirds, one in five, doubled. */
final class NumberWords {
    private static final int THOUSAND = 1000;
    private static final int WHOLE = 100;
    private static final int LARGEST_PARTS = 20;
    /** Tokens of one number in words. */
    private static final int LONGEST = 12;

    private final Line line;
    private final Language language;

    NumberWords(Line line, Language language) {
        this.line = line;
        this.language = language;
    }

    /** The number that begins at the token. */
    Optional<Numeral> at(int i) {
        return half(i).or(() -> oneIn(i))
                .or(() -> one(i))
                .or(() -> fraction(i))
                .or(() -> word(Role.ROUGHLY, Numeral.Form.ROUGH, i))
                .or(() -> word(Role.MULTIPLE, Numeral.Form.MULTIPLE, i))
                .or(() -> composed(i));
    }

    private boolean isLongest(Cue cue, Role than) {
        return line.at(than, cue.from()).map(other -> other.to() < cue.to()).orElse(true);
    }

    private Optional<Numeral> word(Role role, Numeral.Form form, int i) {
        return line.at(role, i).map(cue -> new Numeral(i, cue.to(), cue.value(), form, ""));
    }

    private Optional<Numeral> half(int i) {
        return line.at(Role.HALF, i)
                .map(cue -> Numeral.plain(i, line.is(cue.to(), "-") ? cue.to() + 1 : cue.to(), cue.value()))
                .filter(half -> line.at(Role.POWER, half.to()).isPresent());
    }

    private Optional<Numeral> fraction(int i) {
        return word(Role.FRACTION, Numeral.Form.PERCENT, i)
                .filter(this::isFraction)
                .or(() -> line.at(Role.NUMBER, i)
                        .flatMap(count -> line.at(Role.PARTS, count.to())
                                .map(parts -> percent(i, parts.to(), Integer.parseInt(count.value()), parts.value()))));
    }

    /** A third of the lending, but not a third party, and not the first half of a year. */
    private boolean isFraction(Numeral fraction) {
        var to = fraction.to();
        var ordinal = language == Language.ENGLISH
                && line.isWord(to)
                && line.at(Role.STOP, to).isEmpty()
                && line.at(Role.ARTICLE, to).isEmpty();
        return !ordinal
                && line.first(Role.NO_FRACTION, fraction.from(), line.size())
                        .map(other -> other.from() >= fraction.to())
                        .orElse(true);
    }

    private Optional<Numeral> oneIn(int i) {
        return line.at(Role.ONE_IN, i).flatMap(cue -> {
            var many = line.at(Role.NUMBER, cue.to())
                    .map(word -> Numeral.plain(cue.to(), word.to(), word.value()))
                    .or(() -> Digits.at(line, cue.to(), language));
            return many.filter(number -> isCount(number.number())
                            && line.at(Role.POWER, number.to()).isEmpty())
                    .map(number -> percent(i, number.to(), 1, number.number()));
        });
    }

    private static boolean isCount(String number) {
        return number.matches("\\d{1,2}") && Integer.parseInt(number) > 1 && Integer.parseInt(number) <= LARGEST_PARTS;
    }

    private static Numeral percent(int from, int to, int count, String parts) {
        var of = Integer.parseInt(parts);
        return new Numeral(from, to, String.valueOf((2 * WHOLE * count + of) / (2 * of)), Numeral.Form.PERCENT, "");
    }

    /** A, one: only before a power of ten; "mille milliards" needs no number before it. */
    private Optional<Numeral> one(int i) {
        var power = line.at(Role.POWER, i)
                .filter(cue ->
                        isLongest(cue, Role.SCALE) && line.at(Role.SCALE, i).isPresent());
        if (power.isPresent()) {
            return Optional.of(Numeral.plain(i, i, "1"));
        }
        return line.at(Role.ONE, i)
                .filter(cue -> line.at(Role.POWER, cue.to()).isPresent())
                .map(cue -> Numeral.plain(i, cue.to(), "1"));
    }

    /** Units, tens, hundreds and thousands in a row. */
    private Optional<Numeral> composed(int i) {
        var sum = new Sum(0, 0);
        var to = i;
        for (var cue = next(i); cue.isPresent() && to - i < LONGEST; cue = next(linked(to))) {
            var value = cue.get().value();
            if (value.contains(".")) {
                return to == i ? Optional.of(Numeral.plain(i, cue.get().to(), value)) : Optional.empty();
            }
            var isScale = cue.get().role() == Role.SCALE;
            if (!isScale && to > i && line.ending(Role.SCALE, to).isEmpty()) {
                break;
            }
            sum = isScale ? sum.times(Integer.parseInt(value)) : sum.plus(Integer.parseInt(value));
            to = cue.get().to();
        }
        return to == i ? Optional.empty() : Optional.of(Numeral.plain(i, to, sum.text()));
    }

    /**
     * A number in words as far as it is read.
     *
     * @param total whole thousands
     * @param below what stands behind them
     */
    private record Sum(int total, int below) {
        Sum plus(int number) {
            return new Sum(total, below + number);
        }

        Sum times(int scale) {
            var many = Math.max(1, below) * scale;
            return scale == THOUSAND ? new Sum(total + many, 0) : new Sum(total, many);
        }

        String text() {
            return String.valueOf(total + below);
        }
    }

    /** "Two hundred and twenty": behind the link between hundreds and a number, if one stands there. */
    private int linked(int to) {
        return line.ending(Role.SCALE, to)
                .flatMap(scale -> line.at(Role.LINK, to))
                .map(Cue::to)
                .filter(after -> line.at(Role.NUMBER, after).isPresent())
                .orElse(to);
    }

    private Optional<Cue> next(int i) {
        var scale = line.at(Role.SCALE, i)
                .filter(cue -> line.at(Role.PERCENT, i - 1).isEmpty());
        return line.at(Role.NUMBER, i).or(() -> doubtful(i)).or(() -> scale);
    }

    private Optional<Cue> doubtful(int i) {
        return line.at(Role.DOUBTFUL_NUMBER, i)
                .filter(cue -> line.ending(Role.HEDGE, i).isPresent()
                        || line.at(Role.POWER, cue.to()).isPresent()
                        || line.at(Role.PERCENT, cue.to()).isPresent()
                        || line.at(Role.TIMES, cue.to()).isPresent()
                        || isKnownThing(cue.to()));
    }

    private boolean isKnownThing(int i) {
        return line.first(Role.OPERATIONS, i, i + 4).isPresent()
                || line.first(Role.COUNTED, i, i + 5).isPresent();
    }
}
