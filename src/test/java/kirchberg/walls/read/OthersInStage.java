package kirchberg.walls.read;

import kirchberg.walls.clean.SparkInStage;
import kirchberg.walls.job.MainInJob;

/** Breaks rules on purpose. */
public record OthersInStage(SparkInStage other, MainInJob job) {}
