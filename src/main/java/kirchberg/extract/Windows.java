package kirchberg.extract;

import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.number.Item;

/** The parts of a sentence: clauses, and what is nearest to a number. */
final class Windows {
    private static final List<String> HARD = List.of(";", ":", "(", ")", "\u2014", "[", "]");

    private final Line line;
    private final List<Item> items;
    private final NavigableSet<Integer> clauses = new TreeSet<>();
    private final NavigableSet<Integer> pieces = new TreeSet<>();
    private final NavigableSet<Integer> commas = new TreeSet<>();

    Windows(Line line, List<Item> items) {
        this.line = line;
        this.items = items;
        for (int i = 0; i < line.size(); i++) {
            if (HARD.contains(line.token(i).folded()) || isDash(i)) {
                clauses.add(i);
            } else if (line.is(i, ",") && !isInNumber(i)) {
                commas.add(i);
                pieces.add(i);
            } else if (line.at(Role.AND, i).isPresent()) {
                pieces.add(i);
            }
        }
    }

    private boolean isDash(int i) {
        return line.is(i, "-") && !line.touches(i) && !line.touches(i + 1);
    }

    private boolean isInNumber(int i) {
        return line.isDigits(i - 1) && line.isDigits(i + 1) && line.touches(i) && line.touches(i + 1);
    }

    /** First token of the clause around a token. */
    int clauseStart(int i) {
        return Objects.requireNonNullElse(clauses.lower(i), -1) + 1;
    }

    /** Token after the clause around a token. */
    int clauseEnd(int i) {
        return Objects.requireNonNullElse(clauses.ceiling(i), line.size());
    }

    /** Token after the words that surely belong to the number: up to a comma, an "and", or the next number. */
    int near(int k) {
        return Math.min(pieceEnd(items.get(k).to()), next(k));
    }

    /** First token of the words before the number that surely belong to it. */
    int before(int k) {
        var from = items.get(k).from();
        var start = Math.max(clauseStart(from), Objects.requireNonNullElse(pieces.lower(from), -1) + 1);
        return Math.max(start, previous(k));
    }

    /** Token after a bracket that directly follows the number; 0 if there is none: "7.2 bn (nearly 60 %) for". */
    int afterBracket(int k) {
        var to = items.get(k).to();
        var close = line.is(to, "(") ? clauses.ceiling(to + 1) : null;
        return close != null && line.is(close, ")") ? close + 1 : 0;
    }

    /** The last comma before a token; -1 if there is none. */
    int commaBefore(int i) {
        return Objects.requireNonNullElse(commas.lower(i), -1);
    }

    /** Token after the words that follow a token, up to a comma, an "and", or the end of the clause. */
    int pieceEnd(int i) {
        return Math.min(clauseEnd(i), Objects.requireNonNullElse(pieces.ceiling(i), line.size()));
    }

    /** First token of the next number that is no part of the same expression. */
    int next(int k) {
        var i = k + 1;
        while (i < items.size() && items.get(i).from() < items.get(k).to()) {
            i++;
        }
        return i < items.size() ? items.get(i).from() : line.size();
    }

    /** Token after the previous number that is no part of the same expression. */
    int previous(int k) {
        var i = k - 1;
        while (i >= 0 && items.get(i).to() > items.get(k).from()) {
            i--;
        }
        return i >= 0 ? items.get(i).to() : 0;
    }
}
