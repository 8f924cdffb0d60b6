package kirchberg.domain.source;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Formats of source files that can be read, and the grammars of their values. */
public enum SourceFormat {
    /** The bank's export "Financed projects", saved as CSV. */
    EIB_EXPORT_CSV("eib-export-csv", AmountText.Grammar.EXPORT, DateText.Grammar.DAY_FIRST, Columns.EXPORT),
    /** The same export as it is downloaded. */
    EIB_EXPORT_XLSX("eib-export-xlsx", AmountText.Grammar.EXPORT, DateText.Grammar.DAY_FIRST, Columns.EXPORT),
    /** Saved pages of the bank's loans list; its reader turns milliseconds into days. */
    EIB_LOANS_JSON("eib-loans-json", AmountText.Grammar.EXPORT, DateText.Grammar.ISO, List.of()),
    /** Saved pages of the bank's projects list: operations, not financings. */
    EIB_PROJECTS_JSON("eib-projects-json", AmountText.Grammar.UNSIGNED, DateText.Grammar.DAY_FIRST, List.of()),
    /** Activity file of the IATI standard, 2.02 or 2.03: contracts outside the EU. */
    IATI_XML("iati-xml", AmountText.Grammar.SIGNED, DateText.Grammar.ISO, List.of()),
    /** A canonical portfolio as CSV. */
    KIRCHBERG_CSV("kirchberg-csv", AmountText.Grammar.SIGNED, DateText.Grammar.ISO, Columns.CANONICAL),
    /** A canonical portfolio as Parquet, for large ones. */
    KIRCHBERG_PARQUET("kirchberg-parquet", AmountText.Grammar.SIGNED, DateText.Grammar.ISO, Columns.CANONICAL);

    private final String key;
    private final AmountText.Grammar amounts;
    private final DateText.Grammar dates;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nobody can change
    private final List<String> columns;

    SourceFormat(String key, AmountText.Grammar amounts, DateText.Grammar dates, List<String> columns) {
        this.key = key;
        this.amounts = amounts;
        this.dates = dates;
        this.columns = columns;
    }

    /** The header, in the order in which files are written; empty if the format has none. */
    public List<String> columns() {
        return columns;
    }

    /** Name in {@code source.yaml}. */
    public String key() {
        return key;
    }

    /** How amounts are written once they are read. */
    public AmountText.Grammar amounts() {
        return amounts;
    }

    /** How dates are written once they are read. */
    public DateText.Grammar dates() {
        return dates;
    }

    /** Whether a record is an operation of the bank's list and no signed amount of one country and sector. */
    public boolean listsOperations() {
        return this == EIB_PROJECTS_JSON;
    }

    /** Whether every record must name its operation, or be rejected as NO_ID. */
    public boolean promisesOperationId() {
        return this == EIB_LOANS_JSON || this == EIB_PROJECTS_JSON;
    }

    /** Whether every record must name its contract, or be rejected as NO_ID. */
    public boolean promisesContractId() {
        return this == IATI_XML;
    }

    /**
     * Whether the values lie in columns, apart from each other: Spark reads them where they lie, and a broken text
     * leaves the amount beside it readable.
     */
    public boolean isColumnar() {
        return this == KIRCHBERG_PARQUET;
    }

    /** Keys of the formats for which something is true, in the order of this list. */
    public static List<String> keys(Predicate<SourceFormat> condition) {
        return Arrays.stream(values()).filter(condition).map(SourceFormat::key).toList();
    }

    private static final class Columns {
        private static final List<String> EXPORT = List.of(
                "Name", "Region", "Country or Territory", "Sector", "Signature Date", "Signed Amount", "Description");

        private static final List<String> CANONICAL = List.of(
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
                "description");
    }
}
