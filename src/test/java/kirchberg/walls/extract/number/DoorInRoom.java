package kirchberg.walls.extract.number;

import kirchberg.walls.extract.StageInExtract;

/** Breaks rules on purpose. */
public record DoorInRoom(StageInExtract door) {}
