/** What is known of a release: how it was made, and what its proof found. */
@NullMarked
package kirchberg.domain.release;

import org.jspecify.annotations.NullMarked;
