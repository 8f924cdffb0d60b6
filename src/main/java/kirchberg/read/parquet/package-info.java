/** Parquet files of a canonical portfolio in; counts for the driver and, read by Spark, raw rows out. */
@NullMarked
package kirchberg.read.parquet;

import org.jspecify.annotations.NullMarked;
