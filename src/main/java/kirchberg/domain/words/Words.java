package kirchberg.domain.words;

import java.util.List;

/** The rules for finding figures: every row of every word list. */
public record Words(List<Word> rows) {

    public Words {
        rows = List.copyOf(rows);
    }
}
