/** How many of the unknown rows would have to become known before a verdict is settled, exactly. */
@NullMarked
package kirchberg.domain.settlement;

import org.jspecify.annotations.NullMarked;
