/** How names of places are spelt and found. */
@NullMarked
package kirchberg.domain.place;

import org.jspecify.annotations.NullMarked;
