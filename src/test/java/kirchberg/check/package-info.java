/** Proofs that findings through plans equal findings of a loop, and that evidence adds up. */
@NullMarked
package kirchberg.check;

import org.jspecify.annotations.NullMarked;
