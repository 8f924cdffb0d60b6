package kirchberg.walls.read.json;

/** Is there to be known by others. */
public final class Room {}
