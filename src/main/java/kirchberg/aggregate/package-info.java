/** Classified financings in; operations and totals out, each with low and high. */
@NullMarked
package kirchberg.aggregate;

import org.jspecify.annotations.NullMarked;
