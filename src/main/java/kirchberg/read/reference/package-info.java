/** A folder of reference tables in; their checked entries out. */
@NullMarked
package kirchberg.read.reference;

import org.jspecify.annotations.NullMarked;
