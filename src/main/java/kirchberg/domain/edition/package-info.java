/** Language versions of one publication: made into sentences, and laid beside each other. */
@NullMarked
package kirchberg.domain.edition;

import org.jspecify.annotations.NullMarked;
