/** What was published and what we say of it: claims, how they are hedged, findings. */
@NullMarked
package kirchberg.domain.claim;

import org.jspecify.annotations.NullMarked;
