package kirchberg.walls.clean;

import kirchberg.walls.extract.number.DoorInRoom;

/** Breaks rules on purpose. */
record NumbersInStage(DoorInRoom room) {}
