/** What runs, stores and machines do wrong, and what readers see of it: the table of faults. */
@NullMarked
package kirchberg.faults;

import org.jspecify.annotations.NullMarked;
