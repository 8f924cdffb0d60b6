package kirchberg.domain.counting;

import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Financings that no claim can tell apart, but by their labels.
 *
 * @param institution EIB or EIF
 * @param year of the signature
 * @param countryCode ISO alpha-2, null if unknown
 * @param region key of the bank's own scheme, {@code UNKNOWN} if unknown
 * @param eu membership on the signature date
 */
public record Corner(
        Institution institution,
        Stage stage,
        int year,
        @Nullable String countryCode,
        String region,
        Membership eu) {}
