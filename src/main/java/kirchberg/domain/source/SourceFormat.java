package kirchberg.domain.source;

import java.util.List;

/** Formats of source files that can be read. */
public enum SourceFormat {
    EIB_EXPORT_CSV(
            "eib-export-csv",
            List.of(
                    "Name",
                    "Region",
                    "Country or Territory",
                    "Sector",
                    "Signature Date",
                    "Signed Amount",
                    "Description")),
    KIRCHBERG_CSV(
            "kirchberg-csv",
            List.of(
                    "operation_id",
                    "operation_name",
                    "institution",
                    "stage",
                    "signed_on",
                    "amount_eur",
                    "joint_amount_eur",
                    "mobilised_amount_eur",
                    "country",
                    "region",
                    "nuts2",
                    "sector",
                    "priorities",
                    "climate_share",
                    "programmes",
                    "description"));

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nobody can change
    private final List<String> columns;

    SourceFormat(String key, List<String> columns) {
        this.key = key;
        this.columns = columns;
    }

    /** The header, in the order in which files are written. */
    public List<String> columns() {
        return columns;
    }

    /** Name in {@code source.yaml}. */
    public String key() {
        return key;
    }
}
