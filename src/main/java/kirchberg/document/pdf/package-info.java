/** The text of a PDF, line by line and page by page. */
@NullMarked
package kirchberg.document.pdf;

import org.jspecify.annotations.NullMarked;
