package kirchberg.walls.clean;

import kirchberg.publish.store.Store;

/** Breaks rules on purpose. */
public record StoreInStage(Store store) {}
