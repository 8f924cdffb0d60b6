/** What every store promises, asked of each of them. */
@NullMarked
package kirchberg.publish.store;

import org.jspecify.annotations.NullMarked;
