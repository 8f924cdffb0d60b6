/** Activity files with every trap of the standard in; records, rejects and refusals out. */
@NullMarked
package kirchberg.read.iati;

import org.jspecify.annotations.NullMarked;
