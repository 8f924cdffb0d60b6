package kirchberg.walls.fetch;

import kirchberg.walls.clean.SparkInStage;

/** Breaks rules on purpose. */
public record StageInFetch(SparkInStage stage) {}
