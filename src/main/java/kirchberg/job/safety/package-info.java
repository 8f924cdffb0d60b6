/** Settings of Spark in; a refusal out, if figures could silently be wrong under them. */
@NullMarked
package kirchberg.job.safety;

import org.jspecify.annotations.NullMarked;
