/** Acts on the folders of a local disk that outlast a loss of power, and never follow a link. */
@NullMarked
package kirchberg.publish.store.disk;

import org.jspecify.annotations.NullMarked;
