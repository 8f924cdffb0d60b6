/** Two portfolios in; what appeared, vanished and changed between them out, adding up to the difference of totals. */
@NullMarked
package kirchberg.domain.difference;

import org.jspecify.annotations.NullMarked;
