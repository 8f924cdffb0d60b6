package kirchberg.walls.read.util;

/** Breaks rules on purpose. */
public final class Drawer {}
