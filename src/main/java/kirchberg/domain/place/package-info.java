/** Names of places, how they are spelt, and the words around them that tell what they mean. */
@NullMarked
package kirchberg.domain.place;

import org.jspecify.annotations.NullMarked;
