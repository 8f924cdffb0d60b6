/** Press releases as they were published, in plain text, HTML or PDF, made into sentences. */
@NullMarked
package kirchberg.document;

import org.jspecify.annotations.NullMarked;
