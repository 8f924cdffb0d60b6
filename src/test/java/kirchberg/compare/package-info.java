/** Tests of laying two portfolios side by side. */
@NullMarked
package kirchberg.compare;

import org.jspecify.annotations.NullMarked;
