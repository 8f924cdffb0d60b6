/** Rows of a table in; Parquet types and values out, and back again. Where the bytes lie is the caller's business. */
@NullMarked
package kirchberg.table.parquet;

import org.jspecify.annotations.NullMarked;
