/** What a press release is made of, and the figures that were found in it. */
@NullMarked
package kirchberg.domain.text;

import org.jspecify.annotations.NullMarked;
