package kirchberg.walls.tell;

import kirchberg.walls.read.OthersInStage;

/** Breaks rules on purpose. */
public record StageInTell(OthersInStage stage) {}
