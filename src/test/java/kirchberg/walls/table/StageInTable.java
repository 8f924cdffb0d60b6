package kirchberg.walls.table;

import kirchberg.walls.read.OthersInStage;

/** Breaks rules on purpose. */
public record StageInTable(OthersInStage stage) {}
