/** Proofs of when a vintage has shrunk. */
@NullMarked
package kirchberg.domain.vintage;

import org.jspecify.annotations.NullMarked;
