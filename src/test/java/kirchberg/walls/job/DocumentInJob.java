package kirchberg.walls.job;

import kirchberg.walls.document.StageInDocument;

/** Breaks rules on purpose. */
public record DocumentInJob(StageInDocument document) {}
