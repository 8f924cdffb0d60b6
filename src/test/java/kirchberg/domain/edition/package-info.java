/** Tests of editions of one publication. */
@NullMarked
package kirchberg.domain.edition;

import org.jspecify.annotations.NullMarked;
