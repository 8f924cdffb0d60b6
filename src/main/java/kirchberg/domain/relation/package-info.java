/**
 * How published figures stand to each other: what each may be, what follows from it, and whether they can all be right.
 */
@NullMarked
package kirchberg.domain.relation;

import org.jspecify.annotations.NullMarked;
