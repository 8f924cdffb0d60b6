/** Financings in; financings out with place, sector, EU membership and an interval and basis for every label. */
@NullMarked
package kirchberg.classify;

import org.jspecify.annotations.NullMarked;
