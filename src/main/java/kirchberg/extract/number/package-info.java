/** Reads the numbers of a line: digits and words, units, ranges, and what looks like a figure and is none. */
@NullMarked
package kirchberg.extract.number;

import org.jspecify.annotations.NullMarked;
