/** Bytes of a workbook in; lines out, each with its cell, raw text and fault. */
@NullMarked
package kirchberg.read.xlsx;

import org.jspecify.annotations.NullMarked;
