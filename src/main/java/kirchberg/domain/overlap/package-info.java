/** Several sources of one job: what two of them may both describe, and which of them counts. */
@NullMarked
package kirchberg.domain.overlap;

import org.jspecify.annotations.NullMarked;
