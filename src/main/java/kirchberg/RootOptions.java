package kirchberg;

import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The root of releases that a command is about, with the settings of its file system. */
final class RootOptions {
    @Parameters(index = "0", paramLabel = "ROOT", description = "The root of the releases.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String root;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    /**
     * Where it lies.
     *
     * @throws Stop USAGE for a setting that is none or is secret
     */
    Address address() {
        return store.address(root);
    }
}
