package kirchberg.domain.place;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One name of a place, as {@code data/reference/gazetteer.csv} states it.
 *
 * @param name as it is spelt in one language
 * @param country NUTS prefix: EL for Greece, else the ISO 3166 alpha-2 code
 * @param nuts2 the one NUTS-2 region in which the place lies; null where it lies in several or the name means more
 */
public record PlaceName(
        String name, String country, @Nullable String nuts2) {

    /** ISO 3166 alpha-2 code of the country. */
    public String countryCode() {
        return country.equals("EL") ? "GR" : country;
    }

    /** All ways to write it, in lower case. */
    public Set<String> spellings() {
        return Spelling.all(name);
    }
}
