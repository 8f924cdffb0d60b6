package kirchberg.domain.text;

import java.util.List;

/**
 * Every number of a document, none left out.
 *
 * @param language whose rules were used
 * @param mentions in the order of reading
 */
public record Extract(Language language, List<Mention> mentions) {

    public Extract {
        mentions = List.copyOf(mentions);
    }
}
