/** The words of the house and its judgement: plain Java without Spark, files or a clock. */
@NullMarked
package kirchberg.domain;

import org.jspecify.annotations.NullMarked;
