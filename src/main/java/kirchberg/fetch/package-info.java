/** A list of the publisher comes in page by page, politely; a new vintage folder comes out, proven whole. */
@NullMarked
package kirchberg.fetch;

import org.jspecify.annotations.NullMarked;
