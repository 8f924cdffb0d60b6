package kirchberg.walls.clean;

import kirchberg.walls.read.json.Room;

/** Breaks rules on purpose. */
public record RoomInStage(Room room) {}
