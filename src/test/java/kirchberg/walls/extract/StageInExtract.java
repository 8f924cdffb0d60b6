package kirchberg.walls.extract;

import kirchberg.walls.clean.SparkInStage;

/** Breaks rules on purpose. */
public record StageInExtract(SparkInStage stage) {}
