package kirchberg.domain.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text to find figures in.
 *
 * @param declared the language that the file itself states; null if it states none
 * @param title its title, empty if it has none
 * @param sentences in the order of reading
 */
public record Document(@Nullable Language declared, String title, List<Sentence> sentences) {

    public Document {
        sentences = List.copyOf(sentences);
    }
}
