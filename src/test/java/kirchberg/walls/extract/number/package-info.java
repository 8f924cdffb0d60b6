/** Breaks rules on purpose. */
@NullMarked
package kirchberg.walls.extract.number;

import org.jspecify.annotations.NullMarked;
