/** Tests of reading workbooks. */
@NullMarked
package kirchberg.read.xlsx;

import org.jspecify.annotations.NullMarked;
