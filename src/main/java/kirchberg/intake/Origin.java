package kirchberg.intake;

import java.time.LocalDate;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.source.SourceFormat;
import kirchberg.domain.source.Survey;

/**
 * What the format of a file alone says of where it comes from. Source: the bank's own pages, as of November 2026.
 *
 * @param url page or service from which it is fetched; empty if that differs
 */
record Origin(String publisher, String dataset, Institution institution, Stage stage, Place place, String url) {
    /** The bank's first signature is of 21 April 1959. */
    static final LocalDate FIRST_DAY = LocalDate.of(1959, 4, 21);

    /** Why an export counts as whole. */
    static final String WHOLE = "true, for the export begins with the bank's first signature, of 21 April 1959, and its"
            + " Total row equals the sum of its amounts.";

    private static final String BANK = "European Investment Bank";
    private static final String PAGE = "https://www.eib.org/en/projects/loans/index.htm";
    private static final String LOANS = "https://www.eib.org/provider-eib-plr/app/loans/list";
    private static final String PROJECTS = "https://www.eib.org/page-provider/projects/list";

    static Origin of(SourceFormat format) {
        return switch (format) {
            case EIB_EXPORT_CSV, EIB_EXPORT_XLSX -> signed("Financed projects", Place.WORLD, PAGE);
            case EIB_LOANS_JSON -> signed("Loans list", Place.WORLD, LOANS);
            case EIB_PROJECTS_JSON ->
                new Origin(BANK, "Projects list", Institution.EIB, Stage.APPROVED, Place.WORLD, PROJECTS);
            case IATI_XML -> signed("IATI activities", Place.NON_EU, "");
            case KIRCHBERG_CSV, KIRCHBERG_PARQUET ->
                new Origin("not stated", "Portfolio", Institution.GROUP, Stage.SIGNED, Place.WORLD, "");
        };
    }

    /**
     * Whether files show by themselves that nothing of the bank's list is missing. A list that was filtered before it
     * was exported has a Total row that fits too, but hardly the bank's first signature.
     */
    static boolean isWhole(SourceFormat format, Survey survey) {
        return switch (format) {
            case EIB_EXPORT_CSV, EIB_EXPORT_XLSX -> survey.isConfirmedByItsTotal() && FIRST_DAY.equals(survey.from());
            case EIB_LOANS_JSON, EIB_PROJECTS_JSON, IATI_XML, KIRCHBERG_CSV, KIRCHBERG_PARQUET -> false;
        };
    }

    private static Origin signed(String dataset, Place place, String url) {
        return new Origin(BANK, dataset, Institution.EIB, Stage.SIGNED, place, url);
    }
}
