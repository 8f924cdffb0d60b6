/**
 * Readers as others write them: by the pointer, the manifest and its digests, without any of our classes but a store.
 */
@NullMarked
package kirchberg.faults.read;

import org.jspecify.annotations.NullMarked;
