/** Tests of reading. */
@NullMarked
package kirchberg.read;

import org.jspecify.annotations.NullMarked;
