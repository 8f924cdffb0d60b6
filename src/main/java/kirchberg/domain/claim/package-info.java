/** What was published: figures, how they are hedged, and what they speak of. */
@NullMarked
package kirchberg.domain.claim;

import org.jspecify.annotations.NullMarked;
