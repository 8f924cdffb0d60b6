/** Proofs of what a run says beside its figures. */
@NullMarked
package kirchberg.job;

import org.jspecify.annotations.NullMarked;
