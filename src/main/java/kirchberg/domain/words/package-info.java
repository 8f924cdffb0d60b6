/** Word lists, and where their words stand in a line of text. */
@NullMarked
package kirchberg.domain.words;

import org.jspecify.annotations.NullMarked;
