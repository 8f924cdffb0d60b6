/** A root and its releases: drafts that are filled, sealed and swapped in, and what readers see of them. */
@NullMarked
package kirchberg.publish.release;

import org.jspecify.annotations.NullMarked;
