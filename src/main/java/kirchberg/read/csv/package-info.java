/** Bytes of a CSV file in; lines out, each with its place, raw text and fault. */
@NullMarked
package kirchberg.read.csv;

import org.jspecify.annotations.NullMarked;
