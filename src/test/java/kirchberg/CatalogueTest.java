package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import org.junit.jupiter.api.Test;

/** What holds of every claim of the catalogue, whatever it says. */
class CatalogueTest {
    private final List<Claim> claims = CatalogueFiles.claims();

    private List<String> ids(Predicate<Claim> filter) {
        return claims.stream().filter(filter).map(Claim::id).toList();
    }

    @Test
    void every_publication_has_its_number_of_claims() throws IOException {
        var counts = new TreeMap<>(claims.stream()
                .collect(Collectors.groupingBy(c -> c.publication().id(), Collectors.counting())));
        var listed = Files.readAllLines(JobFolder.PROJECT.resolve("src/test/resources/cases/catalogue.csv"));
        var lines = counts.entrySet().stream()
                .map(e -> e.getKey() + "," + e.getValue())
                .toList();
        assertThat(lines).isEqualTo(listed.subList(1, listed.size()));
    }

    @Test
    void every_publication_has_a_file_of_its_own_that_is_called_after_it() throws IOException {
        var names = CatalogueFiles.files().stream()
                .map(f -> f.getFileName().toString().replace(".yaml", ""))
                .sorted()
                .toList();
        var publications = claims.stream()
                .map(c -> c.publication().id())
                .distinct()
                .sorted()
                .toList();
        assertThat(names).isEqualTo(publications);
    }

    @Test
    void no_two_claims_share_an_id() {
        var seen = new HashSet<String>();
        assertThat(ids(c -> !seen.add(c.id()))).isEmpty();
    }

    @Test
    void every_claim_quotes_words_or_says_in_brackets_that_it_does_not() {
        assertThat(ids(c -> c.quote().isBlank()
                        || c.quote().startsWith("[") != c.quote().endsWith("]")))
                .isEmpty();
    }

    @Test
    void what_no_portfolio_can_decide_says_why_in_a_sentence() {
        assertThat(ids(c -> c.outOfReach() != null && !c.outOfReach().matches(".{20,}\\.")))
                .isEmpty();
        assertThat(ids(c -> c.outOfReach() != null)).hasSize(39);
    }

    @Test
    void what_nobody_printed_says_how_it_was_derived() {
        assertThat(ids(c -> c.grade() == Grade.DERIVED
                        && !c.note().contains("erived")
                        && !c.note().contains("our arithmetic")))
                .isEmpty();
        assertThat(ids(c -> c.grade() == Grade.DERIVED)).hasSize(10);
    }

    @Test
    void a_note_is_a_sentence() {
        assertThat(ids(c -> !c.note().isEmpty() && !c.note().matches("[A-Z0-9].*\\.")))
                .isEmpty();
    }

    @Test
    void a_figure_is_published_after_the_time_that_it_speaks_of_unless_it_looks_ahead() {
        var first = LocalDate.of(2003, 1, 1);
        assertThat(ids(c -> c.publication().date().isBefore(first)
                        || c.publication().date().isAfter(LocalDate.of(2026, 11, 24))))
                .isEmpty();
        assertThat(ids(c -> c.hedge() != Hedge.TARGET
                        && c.measure() != Measure.COUNT
                        && c.outOfReach() == null
                        && !c.publication()
                                .date()
                                .isAfter(LocalDate.of(c.period().to(), 12, 31))))
                .isEmpty();
    }
}
