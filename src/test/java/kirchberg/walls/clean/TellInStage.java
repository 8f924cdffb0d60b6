package kirchberg.walls.clean;

import kirchberg.walls.tell.StageInTell;

/** Breaks rules on purpose. */
public record TellInStage(StageInTell telling) {}
