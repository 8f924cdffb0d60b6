package kirchberg.domain.source;

import java.math.BigDecimal;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import org.jspecify.annotations.Nullable;

/**
 * A rule of {@code data/reference/rules.csv}: what may be derived for one label where nothing is stated. All conditions
 * that are set must be met; the first rule of a label that matches decides.
 *
 * @param id stable name, kept on every row that the rule decided
 * @param label what it speaks of
 * @param sector key of the sector that the row must have
 * @param membership EU membership that the row must have
 * @param namePattern regular expression to be found in the name
 * @param lowShare least part of the amount, 0 to 1
 * @param highShare greatest part of the amount, 0 to 1
 */
public record Rule(
        String id,
        Label label,
        @Nullable String sector,
        @Nullable Membership membership,
        @Nullable String namePattern,
        BigDecimal lowShare,
        BigDecimal highShare) {}
