/** How a claim is judged: sums in, intervals and verdicts out, in exact decimals. */
@NullMarked
package kirchberg.domain.judgement;

import org.jspecify.annotations.NullMarked;
