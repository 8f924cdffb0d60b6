package kirchberg.walls.job;

import kirchberg.walls.fetch.StageInFetch;

/** Breaks rules on purpose. */
public record FetchInJob(StageInFetch fetch) {}
