package kirchberg.domain.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicationDateTest {
    @ParameterizedTest
    @CsvSource({
        "fr, Luxembourg le 4 décembre 2025, 2025-12-04",
        "fr, le 1er janvier 2025 puis le 2 janvier 2025, 2025-01-01",
        "fr, le 04/12/2025, 2025-12-04",
        "fr, le 4 décembre puis en 2025,",
        "fr, le 31 février 2025,",
        "en, on 4 December 2025, 2025-12-04",
        "en, 'on December 4th, 2025', 2025-12-04",
        "en, on 04/12/2025,",
        "en, on 2025-12-04, 2025-12-04",
        "en, release 2025-491,",
        "de, am 4. Dezember 2025, 2025-12-04",
        "de, am 4.12.2025, 2025-12-04",
        "de, im Dezember 2025,"
    })
    void the_first_whole_date_is_found(String language, String text, @Nullable String day) {
        var found = new PublicationDate(Language.of(language).orElseThrow()).in(List.of(new Sentence(1, 1, text)));

        assertThat(found).isEqualTo(Optional.ofNullable(day).map(LocalDate::parse));
    }
}
