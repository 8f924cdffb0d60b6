package kirchberg.walls.domain;

import org.apache.spark.sql.Row;

/** Breaks rules on purpose. */
public record SparkInDomain(Row row) {}
