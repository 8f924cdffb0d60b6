/** The shape of every data set: names, types and meanings, written once. */
@NullMarked
package kirchberg.table;

import org.jspecify.annotations.NullMarked;
