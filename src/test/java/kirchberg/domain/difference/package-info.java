/** Small portfolios with every cause, and random ones whose sums must hold. */
@NullMarked
package kirchberg.domain.difference;

import org.jspecify.annotations.NullMarked;
