/** A lease, a proposal and a store go in; one swap of the pointer comes out, or a word about why not. No Spark here. */
@NullMarked
package kirchberg.publish.protocol;

import org.jspecify.annotations.NullMarked;
