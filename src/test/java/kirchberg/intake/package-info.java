/** Tests of making sources of files. */
@NullMarked
package kirchberg.intake;

import org.jspecify.annotations.NullMarked;
