package kirchberg.domain.difference;

import java.math.BigDecimal;

/**
 * One of the two portfolios.
 *
 * @param name of the source folder, or id of the run
 * @param isSynthetic whether any of its rows was made up
 * @param rejectedRows records that could not be used: they are told, not compared
 * @param rejectedEur sum of the rejected amounts that can be read
 * @param rejectedUnreadable rejects whose amount cannot be read
 */
public record Compared(
        String name, boolean isSynthetic, long rejectedRows, BigDecimal rejectedEur, long rejectedUnreadable) {}
