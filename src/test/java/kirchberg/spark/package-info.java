/** The one Spark session that all tests share. */
@NullMarked
package kirchberg.spark;

import org.jspecify.annotations.NullMarked;
