/** Activity files of the IATI standard in; signed and disbursed amounts by country and sector out. */
@NullMarked
package kirchberg.read.iati;

import org.jspecify.annotations.NullMarked;
