package kirchberg.domain.release;

/**
 * A table on disk.
 *
 * @param rows number of rows
 * @param contentDigest sha256 over its names, types and values: equal for equal contents
 * @param sha256 of the Parquet file's bytes
 */
public record TableDigest(long rows, String contentDigest, String sha256) {}
