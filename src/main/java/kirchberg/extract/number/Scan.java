package kirchberg.extract.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.NumberKind;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.number.Quantity.Unit;

/** Every number of a line, from left to right: figures in one list, other numbers in the other. */
public final class Scan {
    private static final int MOST_TERMS = 20;

    private final Line line;
    private final Language language;
    private final Asides finder;
    private final NumberWords words;
    private final Units units;
    private final List<Item> items = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();

    private Scan(Line line, Language language, boolean euroOnly) {
        this.line = line;
        this.language = language;
        this.finder = new Asides(line, language);
        this.words = new NumberWords(line, language);
        this.units = new Units(line, euroOnly);
    }

    public static Scan of(Line line, Language language, boolean euroOnly) {
        var scan = new Scan(line, language, euroOnly);
        for (int i = 0; i < line.size(); ) {
            i = scan.next(i);
        }
        return scan;
    }

    public List<Item> items() {
        return List.copyOf(items);
    }

    public List<Aside> asides() {
        return List.copyOf(asides);
    }

    /** Reads what begins at the token; the number of the token to go on with. */
    private int next(int i) {
        var aside = finder.at(i);
        if (aside.isPresent()) {
            asides.add(aside.get());
            return Math.max(i + 1, aside.get().to());
        }
        var numeral = numeral(i);
        if (numeral.isEmpty()) {
            return i + 1;
        }
        var first = units.of(numeral.get());
        var last = range(first).or(() -> sum(first)).orElse(-1);
        if (last < 0) {
            items.add(Item.of(first, isRough(numeral.get()) ? Hedge.ABOUT : Hedge.NONE));
        }
        return Math.max(i + 1, Math.max(last, first.to()));
    }

    private static boolean isRough(Numeral numeral) {
        return numeral.form() == Numeral.Form.ROUGH;
    }

    private Optional<Numeral> numeral(int i) {
        return Digits.at(line, i, language).or(() -> words.at(i));
    }

    /** A number, if one begins at the token, after a currency or without. */
    private Optional<Quantity> quantity(int i) {
        var start = line.at(Role.CURRENCY, i).map(Cue::to).orElse(i);
        return finder.at(start).isPresent() ? Optional.empty() : numeral(start).map(units::of);
    }

    /** "8 to 9 bn": at least the one and at most the other. */
    private Optional<Integer> range(Quantity low) {
        var joint = line.at(Role.RANGE, low.to())
                .or(() -> line.ending(Role.BETWEEN, low.from()).flatMap(between -> line.at(Role.AND, low.to())));
        var high = joint.flatMap(cue -> quantity(cue.to())).filter(other -> areAlike(low, other));
        high.ifPresent(other -> addRange(low, other));
        return high.map(Quantity::to);
    }

    private void addRange(Quantity low, Quantity high) {
        var moved = line.ending(Role.FROM, low.from()).isPresent();
        var both = low.unit() == Unit.EURO && high.unit() == Unit.UNNAMED_MONEY ? high.as(Unit.EURO) : high;
        items.add(end(adopted(low, both), moved ? Hedge.NONE : Hedge.AT_LEAST, low.from(), high.to()));
        items.add(end(both, moved ? Hedge.NONE : Hedge.AT_MOST, low.from(), high.to()));
    }

    private static Item end(Quantity quantity, Hedge bound, int from, int to) {
        return new Item(quantity, NumberKind.RANGE, bound, from, to);
    }

    private static boolean areAlike(Quantity low, Quantity high) {
        if (high.unit() == Unit.UNREADABLE || (high.unit() == Unit.BARE && low.unit() != Unit.BARE)) {
            return false;
        }
        var scaled = low.unit() == Unit.EURO && low.power() == 0 && high.unit() == Unit.UNNAMED_MONEY;
        return low.unit() == Unit.BARE || scaled || low.unit() == high.unit();
    }

    /** The unit of the last number is that of all. */
    private static Quantity adopted(Quantity first, Quantity last) {
        var lacks = first.unit() == Unit.BARE || (first.power() == 0 && first.unit() == Unit.EURO && last.power() > 0);
        return lacks
                ? new Quantity(first.from(), first.to(), first.number(), last.power(), last.unit(), last.detail())
                : first;
    }

    /** "8.4 + 1.5 bn": terms, none of them a statement of its own. */
    private Optional<Integer> sum(Quantity first) {
        var terms = new ArrayList<>(List.of(first));
        var next = plus(first);
        while (next.isPresent() && terms.size() < MOST_TERMS) {
            terms.add(next.get());
            next = plus(next.get());
        }
        var last = terms.get(terms.size() - 1);
        if (terms.size() == 1) {
            return Optional.empty();
        }
        for (var term : terms) {
            items.add(new Item(adopted(term, last), NumberKind.TERM, Hedge.NONE, first.from(), last.to()));
        }
        return Optional.of(last.to());
    }

    private Optional<Quantity> plus(Quantity before) {
        return line.is(before.to(), "+") ? quantity(before.to() + 1) : Optional.empty();
    }
}
