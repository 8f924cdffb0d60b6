/** Puts the stages in a row; the only room that opens and closes Spark. */
@NullMarked
package kirchberg.job;

import org.jspecify.annotations.NullMarked;
