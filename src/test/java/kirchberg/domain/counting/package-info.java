/** Proofs that groups of operations count what their rows count. */
@NullMarked
package kirchberg.domain.counting;

import org.jspecify.annotations.NullMarked;
