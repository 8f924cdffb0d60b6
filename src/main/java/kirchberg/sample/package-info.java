/** A wish in (rows, seed, format); a source folder of invented financings out, the same bytes everywhere. */
@NullMarked
package kirchberg.sample;

import org.jspecify.annotations.NullMarked;
