package kirchberg.domain.finding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many of the unknown rows, the heaviest first, would have to become known before the verdict is settled. A row
 * weighs with its amount times the width of its label, and with its whole amount if nobody can tell whether it belongs.
 *
 * @param rows unknown rows of the figure
 * @param eur sum of their weights, in EUR, rounded half up to the cent
 * @param best shortest prefix after which the verdict is settled in the best case; null if even all rows settle nothing
 * @param any shortest prefix after which it is settled whatever the rows turn out to be; null if even all do not
 */
public record Settling(
        long rows,
        BigDecimal eur,
        @Nullable Long best,
        @Nullable Long any) {}
