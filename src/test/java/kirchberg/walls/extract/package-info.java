/** Breaks rules on purpose. */
@NullMarked
package kirchberg.walls.extract;

import org.jspecify.annotations.NullMarked;
