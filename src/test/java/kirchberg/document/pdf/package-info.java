/** Tests of reading PDF files. */
@NullMarked
package kirchberg.document.pdf;

import org.jspecify.annotations.NullMarked;
