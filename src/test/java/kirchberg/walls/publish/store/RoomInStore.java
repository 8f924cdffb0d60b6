package kirchberg.walls.publish.store;

import kirchberg.publish.protocol.Pointer;

/** Breaks rules on purpose. */
public record RoomInStore(Pointer pointer) {}
