/** Tables as files: Parquet streamed in and out, copied as CSV, digested; a store below, rows above. */
@NullMarked
package kirchberg.publish.file;

import org.jspecify.annotations.NullMarked;
