/** The tables of a draft go in, read back from their store; every figure, made once more in plain Java, comes out. */
@NullMarked
package kirchberg.publish.proof;

import org.jspecify.annotations.NullMarked;
