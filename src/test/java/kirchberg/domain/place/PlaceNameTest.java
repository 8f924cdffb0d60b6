package kirchberg.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlaceNameTest {
    @Test
    void a_name_is_known_with_and_without_diacritics_and_hyphens() {
        assertThat(name("Île-de-France").spellings())
                .containsExactlyInAnyOrder("île-de-france", "île de france", "ile-de-france", "ile de france");
        assertThat(name("Köln").spellings()).containsExactlyInAnyOrder("köln", "koln", "koeln");
        assertThat(name("Gießen").spellings()).containsExactlyInAnyOrder("gießen", "giessen");
        assertThat(name("Łódź").spellings()).containsExactlyInAnyOrder("łódź", "lodz");
        assertThat(name("Sjælland").spellings()).containsExactlyInAnyOrder("sjælland", "sjaelland");
        assertThat(name("Val d'Aosta").spellings()).containsExactlyInAnyOrder("val d'aosta", "val d’aosta");
    }

    @Test
    void greece_has_another_code_in_nuts_than_in_iso() {
        assertThat(new PlaceName("Athens", "EL", "EL30").countryCode()).isEqualTo("GR");
        assertThat(new PlaceName("Lyon", "FR", "FRK2").countryCode()).isEqualTo("FR");
    }

    @Test
    void the_expression_finds_each_name_and_prefers_the_longest() {
        var trie = new NameTrie();
        List.of("reggio", "reggio calabria", "rho", "rhône", "val d'aosta", "a.b")
                .forEach(trie::add);
        var expression = Pattern.compile(trie.expression());

        assertThat(List.of("reggio", "reggio calabria", "rho", "rhône", "val d'aosta", "a.b"))
                .allMatch(n -> expression.matcher(n).matches());
        assertThat(List.of("reggi", "reggio ", "rh", "axb", ""))
                .noneMatch(n -> expression.matcher(n).matches());
        var matcher = expression.matcher("in reggio calabria");
        assertThat(matcher.find()).isTrue();
        assertThat(matcher.group()).isEqualTo("reggio calabria");
        assertThat(matcher.groupCount()).isZero();
    }

    @Test
    void a_pattern_is_looked_for_around_marked_names() {
        var context =
                new PlaceContext("bank", Set.of(), PlaceContext.Effect.IGNORED, "(?i)bank of {place}|{place} bank");
        var pattern = Pattern.compile(context.overMarkedText());

        assertThat(pattern.matcher("the Bank of ⟦Bari⟧").find()).isTrue();
        assertThat(pattern.matcher("⟦Bari⟧ Bank").find()).isTrue();
        assertThat(pattern.matcher("the Bank of Bari").find()).isFalse();
    }

    private static PlaceName name(String text) {
        return new PlaceName(text, "DE", null);
    }
}
