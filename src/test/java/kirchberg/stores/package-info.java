/** Small servers of the kinds of store that releases lie on, for tests. */
@NullMarked
package kirchberg.stores;

import org.jspecify.annotations.NullMarked;
