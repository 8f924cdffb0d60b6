/** Saved pages that tests write, whole and broken. */
@NullMarked
package kirchberg.read.json;

import org.jspecify.annotations.NullMarked;
