/** Tests of what goes in. */
@NullMarked
package kirchberg.domain.source;

import org.jspecify.annotations.NullMarked;
