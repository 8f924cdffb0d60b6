/** Tests of how rows lie in Parquet. */
@NullMarked
package kirchberg.table.parquet;

import org.jspecify.annotations.NullMarked;
