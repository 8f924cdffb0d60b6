/** How operations are counted: what a count goes by, and how many things count alike. */
@NullMarked
package kirchberg.domain.counting;

import org.jspecify.annotations.NullMarked;
