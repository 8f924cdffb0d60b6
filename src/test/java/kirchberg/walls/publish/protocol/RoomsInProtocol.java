package kirchberg.walls.publish.protocol;

import kirchberg.publish.release.Release;
import org.apache.spark.sql.Row;

/** Breaks rules on purpose. */
public record RoomsInProtocol(Row row, Release release) {}
