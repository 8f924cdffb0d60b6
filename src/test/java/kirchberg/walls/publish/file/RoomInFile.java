package kirchberg.walls.publish.file;

import kirchberg.publish.release.Release;

/** Breaks rules on purpose. */
public record RoomInFile(Release release) {}
