/** Every table of a run goes in; one immutable, proven release comes out, swapped in at once. */
@NullMarked
package kirchberg.publish;

import org.jspecify.annotations.NullMarked;
