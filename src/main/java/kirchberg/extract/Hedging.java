package kirchberg.extract;

import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.number.Item;

/** How a number is softened, and whether it is an aim. */
final class Hedging {
    /** "EUR 5 bn will be", "5 projects will be": a verb that follows the number and its noun. */
    private static final int NEXT = 2;

    private final Line line;
    private final Windows windows;
    private final Meanings meanings;

    Hedging(Line line, Windows windows, Meanings meanings) {
        this.line = line;
        this.windows = windows;
        this.meanings = meanings;
    }

    /**
     * A hedge in the text.
     *
     * @param words as printed; for a target the aim, and the softening words behind it
     * @param from number of the first token of number and hedge together
     * @param to number of the token after both
     */
    record Softened(Hedge hedge, String words, int from, int to) {}

    /**
     * The hedge of a number. What is yet to come is a target, also if it is softened; but an upper end stays one, what
     * the number itself says of its sharpness comes first, and a softened number of things that the bank does not
     * finance is a forecast: "each will house about 100,000 processors".
     *
     * @param k number of the item
     * @param due whether a date limit belongs to the number
     */
    Softened of(int k, Item item, boolean due) {
        var printed = printed(item);
        if (item.bound() != Hedge.NONE) {
            return new Softened(item.bound(), line.text(item.from(), item.to()), printed.from(), printed.to());
        }
        if (printed.hedge() == Hedge.AT_MOST || (!printed.words().isEmpty() && meanings.isOutside(item))) {
            return printed;
        }
        return aim(k, item, due)
                .map(words -> new Softened(Hedge.TARGET, join(words, printed.words()), printed.from(), printed.to()))
                .orElse(printed);
    }

    private static String join(String aim, String softening) {
        return Stream.of(aim, softening)
                .filter(words -> !words.isEmpty())
                .reduce((a, b) -> a + " ... " + b)
                .orElse("");
    }

    private Softened printed(Item item) {
        var before = before(item.from());
        if (before.isPresent()) {
            var cue = before.get();
            var outer = line.ending(Role.HEDGE, cue.from()).orElse(cue);
            return new Softened(
                    Hedge.valueOf(outer.value()), line.text(outer.from(), cue.to()), outer.from(), item.to());
        }
        return line.at(Role.HEDGE_AFTER, item.to())
                .map(cue -> new Softened(
                        Hedge.valueOf(cue.value()), line.text(cue.from(), cue.to()), item.from(), cue.to()))
                .orElse(new Softened(Hedge.NONE, "", item.from(), item.to()));
    }

    /** Directly before the number; an article may stand between: "nearly a third", "plus de la moitié". */
    private Optional<Cue> before(int from) {
        return line.ending(Role.HEDGE, from)
                .or(() -> line.ending(Role.ARTICLE, from).flatMap(article -> line.ending(Role.HEDGE, article.from())));
    }

    /** The nearest verb of the clause decides: before the number, else after it. */
    private Optional<String> aim(int k, Item item, boolean due) {
        var start = windows.clauseStart(item.from());
        var aim = line.last(Role.AIM, start, item.from());
        var done = line.last(Role.DONE, start, item.from());
        if (aim.isPresent() || done.isPresent()) {
            return aim.filter(cue -> done.isEmpty() || done.get().from() < cue.from())
                    .map(this::words);
        }
        var framed = framed(start, item);
        if (framed.isPresent()) {
            return framed;
        }
        var after = line.first(Role.AIM, item.to(), windows.near(k))
                .filter(cue -> cue.from() <= item.to() + NEXT)
                .map(this::words);
        return after.isEmpty() && due ? Optional.of("") : after;
    }

    /** An aim in two words around the number: "wird ... mobilisieren". */
    private Optional<String> framed(int start, Item item) {
        return line.last(Role.AIM_START, start, item.from())
                .flatMap(opening -> line.first(Role.AIM_END, item.to(), windows.clauseEnd(item.to()))
                        .filter(closing -> closing.value().equals(opening.value()))
                        .map(closing -> words(opening) + " ... " + words(closing)));
    }

    private String words(Cue cue) {
        return line.text(cue.from(), cue.to());
    }
}
