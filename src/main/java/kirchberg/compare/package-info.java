/** Two portfolios of cleaned financings in; their totals, and the contents that only one of them has, out. */
@NullMarked
package kirchberg.compare;

import org.jspecify.annotations.NullMarked;
