/**
 * Finds the figures of a document: what is printed, how it is softened, what it speaks of, and whether it can be
 * checked.
 */
@NullMarked
package kirchberg.extract;

import org.jspecify.annotations.NullMarked;
