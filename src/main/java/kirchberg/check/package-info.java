/** Classified financings and claims go in; findings come out, with the rows that add up to each figure. */
@NullMarked
package kirchberg.check;

import org.jspecify.annotations.NullMarked;
