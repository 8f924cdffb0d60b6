/** Proofs of the arithmetic on figures, without Spark. */
@NullMarked
package kirchberg.domain.relation;

import org.jspecify.annotations.NullMarked;
