/** A publisher on loopback that misbehaves on request, and what becomes of a fetch from it. */
@NullMarked
package kirchberg.fetch;

import org.jspecify.annotations.NullMarked;
