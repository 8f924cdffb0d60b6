package kirchberg.domain.edition;

import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * One language version of a publication, as it was read from a file.
 *
 * @param name of the file without its ending
 * @param language told, declared or counted
 * @param date of publication; null if the text prints no whole date
 * @param url empty if the file declares none
 * @param remarks what a reader should know of how it was read, a sentence each
 */
public record Edition(
        String name,
        Document document,
        Language language,
        @Nullable LocalDate date,
        String url,
        List<String> remarks) {

    public Edition {
        remarks = List.copyOf(remarks);
    }
}
