/** What becomes of a vintage that is smaller than the last one, or the same. */
@NullMarked
package kirchberg.domain.vintage;

import org.jspecify.annotations.NullMarked;
