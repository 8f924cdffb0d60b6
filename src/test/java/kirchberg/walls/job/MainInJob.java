package kirchberg.walls.job;

import kirchberg.walls.Main;

/** Breaks rules on purpose. */
public record MainInJob(Main main) {}
