package kirchberg.domain.source;

/** Formats of source files that can be read. */
public enum SourceFormat {
    EIB_EXPORT_CSV("eib-export-csv"),
    KIRCHBERG_CSV("kirchberg-csv");

    private final String key;

    SourceFormat(String key) {
        this.key = key;
    }

    /** Name in {@code source.yaml}. */
    public String key() {
        return key;
    }
}
