package kirchberg.read.json;

import static kirchberg.read.json.SavedPages.LOAN;
import static kirchberg.read.json.SavedPages.OPERATION;
import static kirchberg.read.json.SavedPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import kirchberg.clean.Cleaning;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reader and plan together say of an item that cannot be used, and whether its amount is known. */
@Tag("spark")
final class ReasonsTest {
    private static final String EURO = "€44,000,000";
    private static final String DAY = "1722297600000";

    @TempDir
    private Path folder;

    @Test
    void an_item_of_the_loans_list_is_rejected_for_its_reason() {
        assertThat(reasons(
                        SavedPages.loans(folder),
                        LOAN,
                        LOAN.replace("\"20240001\"", "null"),
                        LOAN.replace("\"20240001\"", "\"\""),
                        LOAN.replace("\"id\": \"20240001\"", "\"id\": 20240001"),
                        LOAN.replace("\"" + EURO + "\"", "null"),
                        LOAN.replaceFirst("\"additionalInformation\".*?],", ""),
                        LOAN.replace(EURO, "44,000,000"),
                        LOAN.replace(EURO, "$44,000,000"),
                        LOAN.replace(EURO, "€1.234"),
                        LOAN.replace(EURO, "€-44,000,000"),
                        LOAN.replace(EURO, "€5m"),
                        LOAN.replace(EURO, "€1,000,000,000,000,000"),
                        LOAN.replace(DAY, "null"),
                        LOAN.replace(DAY, "1722301200000"),
                        LOAN.replace(DAY, "1722297600"),
                        LOAN.replace(DAY, "-378777600000"),
                        LOAN.replace(DAY, "1788393600000"),
                        LOAN.replaceFirst(DAY, "1722211200000"),
                        LOAN.replace("INVENTED", "\\u0000"),
                        "{}",
                        "7"))
                .containsExactly(
                        "2 NO_ID 44000000.00",
                        "3 NO_ID 44000000.00",
                        "5 NO_AMOUNT null",
                        "6 NO_AMOUNT null",
                        "7 NO_CURRENCY null",
                        "8 OTHER_CURRENCY null",
                        "9 AMBIGUOUS_NUMBER null",
                        "10 NEGATIVE_SIGNED null",
                        "11 BAD_AMOUNT null",
                        "12 BAD_AMOUNT null",
                        "13 NO_DATE 44000000.00",
                        "14 BAD_DATE 44000000.00",
                        "15 DATE_OUT_OF_RANGE 44000000.00",
                        // 31 December 1957
                        "16 DATE_OUT_OF_RANGE 44000000.00",
                        // 3 September 2026, fetched on the 1st
                        "17 DATE_OUT_OF_RANGE 44000000.00",
                        "18 DATE_CONFLICT 44000000.00",
                        "19 BAD_TEXT null",
                        "20 NO_ID null",
                        "21 BAD_SHAPE null");
    }

    @Test
    void an_item_of_the_projects_list_is_rejected_for_its_reason() {
        assertThat(reasons(
                        SavedPages.projects(folder),
                        OPERATION,
                        operation(2).replace("\"20250002\"", "null"),
                        operation(3).replace("65000000.0", "null"),
                        operation(4).replace("65000000.0", "-1.00"),
                        operation(5).replace("65000000.0", "6.5E16"),
                        operation(6).replace("65000000.0", "1.234"),
                        operation(7).replace("65000000.0", "1E999999999"),
                        operation(8).replace("28/08/2026", "2026-08-28"),
                        operation(9).replace("28/08/2026", "28/08/2027"),
                        operation(10).replace("28/08/2026", ""),
                        operation(11).replace("92000000.0", "1.001"),
                        operation(12).replace("\"Signed\"", "\"Cancelled\""),
                        operation(13).replace("\"Signed\", ", "")))
                .containsExactly(
                        "2 NO_ID 65000000.00",
                        "3 NO_AMOUNT null",
                        "4 NEGATIVE_SIGNED null",
                        "5 BAD_AMOUNT null",
                        "6 BAD_AMOUNT null",
                        "7 BAD_AMOUNT null",
                        "8 BAD_DATE 65000000.00",
                        "9 DATE_OUT_OF_RANGE 65000000.00",
                        "11 BAD_AMOUNT 65000000.00",
                        "13 BAD_SHAPE null");
    }

    private static String operation(int number) {
        return OPERATION.replace("\"id\": \"20250001\"", "\"id\": \"" + (20250000 + number) + "\"");
    }

    private static List<String> reasons(SavedPages pages, String... items) {
        var raw = LocalSpark.rows(
                Financings.RAW, pages.with("page.json", page(items)).read().rows());
        return Cleaning.rejects(raw).orderBy("record_number").collectAsList().stream()
                .map(r -> r.<Long>getAs("record_number") + " " + r.getAs("reason") + " " + r.getAs("amount_eur"))
                .collect(Collectors.toList());
    }
}
