/** A whole run on a small portfolio, here or in a process of its own, made to fail at any of its steps. */
@NullMarked
package kirchberg.faults.run;

import org.jspecify.annotations.NullMarked;
