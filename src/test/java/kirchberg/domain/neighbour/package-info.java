/** Which readings are near, and which of them fits best. */
@NullMarked
package kirchberg.domain.neighbour;

import org.jspecify.annotations.NullMarked;
