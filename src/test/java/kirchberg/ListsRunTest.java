package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bank's two lists and its IATI activities in one job: each says what it can, and nothing counts twice. */
@Tag("spark")
class ListsRunTest {
    /** 30 July 2024 and 29 April 2022, at midnight UTC; operation 20010242 is described by IATI too. */
    private static final String LOANS = """
            {"pageNumber": 0, "itemPerPage": 1000, "resultItems": 3, "totalItems": 3, "pageable": true,
             "valid": true, "message": "Success", "data": [
              {"id": "20240001", "title": "RAILWAY", "description": "", "primaryTags": [
                {"subType": "countries", "value": "PL", "label": "Poland"},
                {"subType": "regions", "value": "X", "label": "European Union"},
                {"subType": "sectors", "value": "X", "label": "Transport"}],
               "additionalInformation": ["€44,000,000", 1722297600000], "startDate": 1722297600000},
              {"id": "20240001", "title": "RAILWAY", "description": "", "primaryTags": [
                {"subType": "countries", "value": "PL", "label": "Poland"},
                {"subType": "regions", "value": "X", "label": "European Union"},
                {"subType": "sectors", "value": "X", "label": "Transport"}],
               "additionalInformation": ["€44,000,000", 1722297600000], "startDate": 1722297600000},
              {"id": "20010242", "title": "SOLAR", "description": "", "primaryTags": [
                {"subType": "countries", "value": "MZ", "label": "Mozambique"},
                {"subType": "regions", "value": "X", "label": "Africa, Caribbean, Pacific countries + OCT"},
                {"subType": "sectors", "value": "1000", "label": "Energy"}],
               "additionalInformation": ["€12,000,000", 1651190400000], "startDate": 1651190400000}]}
            """;

    private static final String PROJECTS = """
            {"pageNumber": 0, "itemPerPage": 1000, "resultItems": 1, "totalItems": 1, "pageable": true,
             "valid": true, "message": "Success", "data": [
              {"id": "20240001", "title": "RAILWAY", "description": "", "primaryTags": [
                {"subType": "countries", "value": "PL", "label": "Poland"}],
               "additionalInformation": ["Signed", "30/07/2024", 0.0, 88000000.0], "startDate": null}]}
            """;

    private static final String ACTIVITIES = """
            <iati-activities version="2.03">
             <iati-activity default-currency="EUR">
              <iati-identifier>XM-DAC-918-3-20010242-84835</iati-identifier>
              <title><narrative>Solar</narrative></title>
              <recipient-country code="MZ" percentage="100"/>
              <transaction><transaction-type code="2"/><transaction-date iso-date="2022-04-29"/>
               <value>11720706</value></transaction>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2023-06-01"/>
               <value>5000000</value></transaction>
             </iati-activity>
            </iati-activities>
            """;

    @TempDir
    private Path folder;

    private SourcesFolder job;

    @BeforeEach
    void threeSources() throws IOException {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        job = new SourcesFolder(folder)
                .source("loans/2025", "eib-loans-json", "EIB", LOANS)
                .source("projects/2025", "eib-projects-json", "EIB", PROJECTS)
                .source("iati/2025", "iati-xml", "EIB", ACTIVITIES)
                .edit("projects/2025", "stage: SIGNED", "stage: APPROVED")
                .edit("projects/2025", "complete: true", "complete: false");
    }

    @Test
    void a_contract_of_both_lists_counts_once_and_operations_are_never_summed() throws IOException {
        var code = job.run(
                List.of("loans/2025", "projects/2025", "iati/2025"),
                "overlaps: [{keep: loans, over: iati, match: ids}]");

        assertThat(code).as(job.err()).isEqualTo(1); // the claim of 300 EUR fails against 88 m
        assertThat(job.out())
                .contains(
                        "loans/2025: 3 records = 3 published + 0 rejected + 0 control rows; EUR 100000000.00 published")
                .contains(
                        "projects/2025: 1 records = 1 published + 0 rejected + 0 control rows; EUR 88000000.00 published")
                .contains("iati/2025: 2 records = 1 published + 0 rejected + 1 superseded + 0 control rows;"
                        + " EUR 5000000.00 published")
                .contains("listed amount equals the sum of their signed financings: 1 (EUR 88000000.00)");
        assertThat(job.csv("rejects")).anyMatch(l -> l.contains("SUPERSEDED") && l.contains("11720706"));
        // signed: 44 + 44 + 12; disbursed: 5; the listed operation is in a table of its own
        assertThat(job.csv("financings")).hasSize(1 + 4);
        assertThat(job.csv("financings"))
                .filteredOn(l -> l.contains("DISBURSED"))
                .hasSize(1)
                .first()
                .asString()
                .contains("20010242", "84835", "MZ");
        assertThat(job.csv("listed_operations")).hasSize(2).anyMatch(l -> l.startsWith("20240001,projects/2025,"));
        assertThat(job.csv("findings")).anyMatch(l -> l.startsWith("eib,0,FAILS,") && l.contains("88000000.00"));
    }

    @Test
    void lists_that_overlap_need_a_word_and_a_list_of_operations_needs_none() throws IOException {
        assertThat(job.run(List.of("loans/2025", "iati/2025"), "")).isEqualTo(2);
        assertThat(job.err()).contains("loans/2025 and iati/2025 may describe the same");
        assertThat(job.run(List.of("loans/2025", "projects/2025"), ""))
                .as(job.err())
                .isEqualTo(1);
    }
}
