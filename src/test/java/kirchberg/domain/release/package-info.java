/** Tests of what is known of a release. */
@NullMarked
package kirchberg.domain.release;

import org.jspecify.annotations.NullMarked;
