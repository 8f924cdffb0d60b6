package kirchberg.fetch;

import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kirchberg.fetch.Fetching.Dataset;

/**
 * One question to the publisher: a list, or one year of it, in one order. Names and values of its parameters are those
 * that the bank's own pages send.
 *
 * @param year a year of signature as text; empty for the whole list
 * @param isForward oldest or smallest first
 */
record Query(Dataset dataset, String year, boolean isForward) {
    /** The first year in which the bank signed. */
    static final int FIRST_YEAR = 1959;

    /** Where the answer is kept that tells whether a list has changed since a break. */
    static final String BEACON = "beacon.json";

    /** Folder of the code lists in a vintage. */
    static final String CODES = "filters/";

    private static final String LOANS = "/provider-eib-plr/app/loans/list";
    private static final String PROJECTS = "/page-provider/projects/list";
    private static final int BEACON_ITEMS = 100;

    /** The questions whose answers together are the list: one for each year of the loans, one for the projects. */
    static List<Query> slices(Dataset dataset, Year now) {
        return switch (dataset) {
            case LOANS ->
                IntStream.rangeClosed(FIRST_YEAR, now.getValue())
                        .mapToObj(year -> new Query(dataset, String.valueOf(year), true))
                        .toList();
            case PROJECTS -> List.of(new Query(dataset, "", true));
        };
    }

    /** The question for the whole list, newest first, whose first page tells its size and its last change. */
    static Query whole(Dataset dataset) {
        return new Query(dataset, "", false);
    }

    /** Where the code lists of a list are found: name of the file that keeps them, then path. They are no pages. */
    static Map<String, String> codeLists(Dataset dataset) {
        return switch (dataset) {
            case LOANS ->
                Map.of(CODES + "countries.json", filters("countries"), CODES + "sectors.json", filters("sectors"));
            case PROJECTS -> Map.of();
        };
    }

    private static String filters(String property) {
        return LOANS + "/filters?language=EN&propertyNames=" + property;
    }

    /** Where a list is found, without parameters. */
    static String address(Dataset dataset) {
        return switch (dataset) {
            case LOANS -> LOANS;
            case PROJECTS -> PROJECTS;
        };
    }

    Query reversed() {
        return new Query(dataset, year, !isForward);
    }

    /** Where the short first page of this question is found. */
    String beaconPath() {
        return path(0, BEACON_ITEMS);
    }

    /** Where a page is found, from 0. */
    String path(int page, int items) {
        var order = "sortDir=" + (isForward ? "asc" : "desc") + "&pageNumber=" + page + "&itemPerPage=" + items
                + "&pageable=true&language=EN&defaultLanguage=EN";
        return switch (dataset) {
            case LOANS ->
                LOANS + "?search=&sortColumn=loanParts.loanPartStatus.statusDate&" + order + years()
                        + "&orCountries.region=true&orCountries=true&orSectors=true";
            case PROJECTS -> PROJECTS + "?sortColumn=id&" + order + "&statuses=approved,signed&loanPart=";
        };
    }

    private String years() {
        return year.isEmpty() ? "" : "&loanPartYearFrom=" + year + "&loanPartYearTo=" + year;
    }

    /** Name of the file that keeps a page, from 0. */
    String file(int page) {
        return prefix() + (isForward ? "page" : "back") + "-%04d.json".formatted(page);
    }

    /** Whether a file keeps a page of this slice, in either order. */
    boolean keeps(String file) {
        return file.matches(prefix() + "(page|back)-[0-9]{4}[.]json");
    }

    private String prefix() {
        return year.isEmpty() ? "" : year + "-";
    }

    /** The slice in words. */
    String name() {
        return year.isEmpty() ? dataset.key() : year;
    }
}
