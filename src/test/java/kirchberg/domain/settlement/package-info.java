/** Settle lists against every completion of small portfolios. */
@NullMarked
package kirchberg.domain.settlement;

import org.jspecify.annotations.NullMarked;
