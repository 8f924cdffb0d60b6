package kirchberg.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A place in a file, line and column from 1. */
record Spot(int line, int column) {
    static final Spot START = new Spot(1, 1);

    static Spot of(Node node) {
        return of(node.getStartMark());
    }

    static Spot of(Optional<Mark> mark) {
        return mark.map(m -> new Spot(m.getLine() + 1, m.getColumn() + 1)).orElse(START);
    }

    static Spot after(String text) {
        var line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new Spot(line, text.codePointCount(text.lastIndexOf('\n') + 1, text.length()) + 1);
    }
}
