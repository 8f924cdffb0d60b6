/** Throw-away. */
@NullMarked
package kirchberg;

import org.jspecify.annotations.NullMarked;
