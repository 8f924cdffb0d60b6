package kirchberg.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kirchberg.domain.Stop;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecognitionTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~Name,Region,Country or Territory,Sector,Signature Date,Signed Amount,Description~ | eib-export-csv
            ~"NAME";"Region";"Country or Territory"~                                          | eib-export-csv
            ~operation_id,operation_name,amount_eur~                                          | kirchberg-csv
            ~{"data": [{"additionalInformation": ["€44,000,000", 1722297600000]}]}~           | eib-loans-json
            ~{"data": [{"additionalInformation":["\\u20AC44,000,000", 1]}]}~                  | eib-loans-json
            ~{"data": [{"additionalInformation" : ["Signed","28/08/2026",9.2E7,1.0]}]}~       | eib-projects-json
            ~<?xml version="1.0"?><iati-activities version="2.03"/>~                          | iati-xml
            ~PAR1....~                                                                        | kirchberg-parquet
            ~PK\u0003\u0004....~                                                              | eib-export-xlsx
            """)
    void a_file_is_what_its_content_says(String content, String format) throws IOException {
        var file = Files.writeString(folder.resolve("any.bin"), content);
        assertThat(Recognition.of(file).key()).isEqualTo(format);
        Files.writeString(file, "\uFEFF" + content);
        if (!content.startsWith("P")) {
            assertThat(Recognition.of(file).key()).isEqualTo(format);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~ <HTML><body>~       | this is a web page
            ~%PDF-1.7~            | this seems to be a PDF file
            ~Dear reader~         | this seems to be text, perhaps CSV, got as first line "Dear reader", expected one
            ~N\u0000a\u0000~     | this is no text, or text in UTF-16
            ~{"data": []}~        | this seems to be JSON
            ~<rss/>~              | this seems to be XML
            ~ ~                   | the file is empty
            """)
    void a_file_of_no_known_format_is_refused_with_what_it_seems_to_be(String content, String meaning)
            throws IOException {
        var file = Files.writeString(folder.resolve("loanExport.xlsx"), content);
        assertThatThrownBy(() -> Recognition.of(file))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("NOT_THIS_FORMAT: Cannot use " + file + ": " + meaning)
                .hasMessageContaining("expected one of eib-export-csv, eib-export-xlsx");
    }

    @ParameterizedTest
    @CsvSource({
        "eib-export/raw_export_1959_1965.csv, eib-export-csv",
        "eib-export/raw_export_2024-07_page.csv, eib-export-csv",
        "eib-api/loans_list_shape.json, eib-loans-json",
        "eib-api/projects_list_sample.json, eib-projects-json",
        "iati-eib/eib_iati_shape_sample.xml, iati-xml"
    })
    void the_real_samples_are_recognised(String sample, String format) {
        var samples = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"));
        Assumptions.assumeTrue(Files.isDirectory(samples), "skipped: no real samples at " + samples);
        assertThat(Recognition.of(samples.resolve(sample)).key()).isEqualTo(format);
    }

    @Test
    void what_cannot_be_read_is_an_error_that_names_it() {
        assertThatThrownBy(() -> Recognition.of(folder.resolve("absent")))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("Cannot read " + folder.resolve("absent"));
    }
}
