/** Tests of the swap and of what is kept: stores in memory, and a simulator that interleaves, fails and forgets. */
@NullMarked
package kirchberg.publish.protocol;

import org.jspecify.annotations.NullMarked;
