package kirchberg.domain.release;

import java.math.BigDecimal;

/**
 * A label of the sources that the reference tables do not lead to one country, region or sector. Its rows are published
 * and counted as unknown.
 *
 * @param kind country, region or sector
 * @param label as published
 * @param rows financings that carry it, of all years and stages
 * @param eur their sum
 */
public record OpenLabel(String kind, String label, long rows, BigDecimal eur) {}
