/** Judgement against references that know rows only: every completion, laws, containment and naive formulas. */
@NullMarked
package kirchberg.domain.judgement.proof;

import org.jspecify.annotations.NullMarked;
