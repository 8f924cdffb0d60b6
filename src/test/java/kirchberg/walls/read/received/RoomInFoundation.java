package kirchberg.walls.read.received;

import kirchberg.walls.read.json.Room;

/** Breaks rules on purpose. */
public record RoomInFoundation(Room room) {}
