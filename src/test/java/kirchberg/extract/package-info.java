/** Tests of finding figures in texts. */
@NullMarked
package kirchberg.extract;

import org.jspecify.annotations.NullMarked;
