package kirchberg.walls.document;

import kirchberg.walls.clean.SparkInStage;

/** Breaks rules on purpose. */
public record StageInDocument(SparkInStage stage) {}
