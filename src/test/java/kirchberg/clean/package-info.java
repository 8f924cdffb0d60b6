/** Cases of the cleaning. */
@NullMarked
package kirchberg.clean;

import org.jspecify.annotations.NullMarked;
