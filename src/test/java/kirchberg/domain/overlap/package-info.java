/** Proofs of what sources share and which of them counts. */
@NullMarked
package kirchberg.domain.overlap;

import org.jspecify.annotations.NullMarked;
