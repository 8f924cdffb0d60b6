/** The command line: the only room that prints or exits. */
@NullMarked
package kirchberg;

import org.jspecify.annotations.NullMarked;
