package kirchberg.read.received;

import java.math.BigDecimal;

/**
 * Records of one file that were counted without being handed on.
 *
 * @param records none of them a control row
 * @param readableEur sum of the amounts that can be read
 * @param unreadableAmounts records whose amount cannot be read
 */
public record RecordCount(long records, BigDecimal readableEur, long unreadableAmounts) {}
