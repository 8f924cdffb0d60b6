package kirchberg.walls.clean.util;

/** Breaks rules on purpose. */
public final class Drawer {}
