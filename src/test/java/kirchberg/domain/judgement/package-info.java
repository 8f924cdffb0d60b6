/** Proofs of the judgement: bands, bounds, coverage and verdicts without Spark. */
@NullMarked
package kirchberg.domain.judgement;

import org.jspecify.annotations.NullMarked;
