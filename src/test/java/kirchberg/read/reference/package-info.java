/** Tests of the reference tables. */
@NullMarked
package kirchberg.read.reference;

import org.jspecify.annotations.NullMarked;
