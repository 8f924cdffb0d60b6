/** The natural other readings of a figure, and which of them fits what was printed. */
@NullMarked
package kirchberg.domain.neighbour;

import org.jspecify.annotations.NullMarked;
