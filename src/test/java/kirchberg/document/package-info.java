/** Tests of reading documents. */
@NullMarked
package kirchberg.document;

import org.jspecify.annotations.NullMarked;
