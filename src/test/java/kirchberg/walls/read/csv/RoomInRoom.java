package kirchberg.walls.read.csv;

import kirchberg.walls.read.OthersInStage;
import kirchberg.walls.read.json.Room;

/** Breaks rules on purpose. */
public record RoomInRoom(Room other, OthersInStage door) {}
