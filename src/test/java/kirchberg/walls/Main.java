package kirchberg.walls;

/** Stands for the commands, which nobody may know. */
public final class Main {}
