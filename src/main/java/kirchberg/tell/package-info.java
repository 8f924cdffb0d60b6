/** Tells the outside that a run has ended: metrics, lineage, messages. What it meets there never changes the run. */
@NullMarked
package kirchberg.tell;

import org.jspecify.annotations.NullMarked;
