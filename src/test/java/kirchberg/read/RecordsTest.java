package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_CSV;
import static kirchberg.domain.source.SourceFormat.KIRCHBERG_CSV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.read.received.Limits;
import kirchberg.table.Financings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class RecordsTest {
    private static final String HEADER =
            "Name,Region,Country or Territory,Sector,Signature Date,Signed Amount,Description\n";

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/records_refused.csv", numLinesToSkip = 1)
    void a_file_that_cannot_be_trusted_is_refused_whole(String fixture, String refusal, String message) {
        assertRefused(SourceFolders.part(EIB_EXPORT_CSV, SourceFolders.fixture(fixture)), refusal, message);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/records_read.csv", numLinesToSkip = 1)
    void every_record_is_delivered_rejected_or_a_control_row(
            String fixture,
            long records,
            long control,
            @Nullable String rejects,
            BigDecimal eur,
            long unreadable,
            @Nullable BigDecimal stated,
            @Nullable String remark) {
        var result = Received.from(SourceFolders.part(EIB_EXPORT_CSV, SourceFolders.fixture(fixture)));

        assertThat(result.rows()).hasSize((int) (records - control));
        assertThat(result.totals().records()).isEqualTo(records);
        assertThat(result.totals().controlRows()).isEqualTo(control);
        assertThat(result.reasons()).isEqualTo(rejects == null ? "" : rejects);
        assertThat(result.totals().readableEur()).isEqualByComparingTo(eur);
        assertThat(result.totals().unreadableAmounts()).isEqualTo(unreadable);
        assertThat(result.totals().statedTotalEur()).isEqualTo(stated == null ? null : stated.setScale(2));
        assertThat(String.join("\n", result.totals().remarks())).contains(remark == null ? "" : remark);
        assertThat(result.totals().remarks()).hasSize(remark == null ? 0 : remark.startsWith("column \"Cl") ? 2 : 1);
    }

    @Test
    void a_complete_source_whose_total_does_not_match_is_refused() {
        assertRefused(
                SourceFolders.complete(EIB_EXPORT_CSV, SourceFolders.fixture("total_not_matching")),
                "CONTROL_FIGURE",
                "got a sum of 5140000.00 EUR over the amounts that can be read, expected 9140000.00 EUR");
        assertRefused(
                SourceFolders.complete(EIB_EXPORT_CSV, SourceFolders.fixture("total_not_a_number")),
                "CONTROL_FIGURE",
                "cannot be read");
        assertThat(Received.from(SourceFolders.complete(EIB_EXPORT_CSV, SourceFolders.fixture("whole")))
                        .totals()
                        .remarks())
                .isEmpty();
    }

    @Test
    void a_file_that_is_not_the_declared_one_is_refused_with_both_digests() {
        var path = SourceFolders.fixture("whole");
        var folder = Objects.requireNonNull(path.getParent());
        var declared = new SourceFile("whole.csv", 7, "00ff");

        assertRefused(
                SourceFolders.declared(EIB_EXPORT_CSV, folder, declared, false),
                "DIGEST",
                "expected 7 bytes, sha256 00ff");
    }

    /** Without a word of source.yaml the same file is refused, see {@code records_refused.csv}. */
    @Test
    void windows_1252_is_read_if_the_source_says_so() {
        var source = SourceFolders.part(EIB_EXPORT_CSV, SourceFolders.fixture("windows_1252"));
        var result = Received.from(SourceFolders.encoded(source, Charset.forName("windows-1252")));

        assertThat(result.reasons()).isEmpty();
        assertThat(result.value(0, Financings.AMOUNT_EUR)).isEqualTo("\u20AC3,200,000");
    }

    @Test
    void a_missing_file_is_refused() {
        var folder = Objects.requireNonNull(SourceFolders.fixture("whole").getParent());
        var source = SourceFolders.declared(EIB_EXPORT_CSV, folder, new SourceFile("absent.csv", 7, "00ff"), false);

        assertRefused(source, "MISSING", "no such file");
    }

    @Test
    void a_cell_or_record_that_is_too_large_is_one_reject(@TempDir Path folder) throws IOException {
        var path = folder.resolve("large.csv");
        var cell = "x".repeat(Limits.CELL + 1);
        var fine = "y".repeat(Limits.CELL);
        var record = (fine + ",").repeat(17);
        Files.writeString(path, HEADER + row(cell) + row("small") + record + "\n" + row(fine), StandardCharsets.UTF_8);

        var result = Received.from(SourceFolders.part(EIB_EXPORT_CSV, path));

        assertThat(result.reasons()).isEqualTo("TOO_LARGE TOO_LARGE");
        assertThat(result.totals().readableEur()).isEqualByComparingTo("10");
        assertThat(result.totals().unreadableAmounts()).isEqualTo(2);
        assertThat(Objects.requireNonNull(result.value(2, Financings.RAW_TEXT))).hasSize(Limits.CELL);
    }

    @Test
    void a_file_above_the_limit_is_refused_unread(@TempDir Path folder) throws IOException {
        var path = folder.resolve("huge.csv");
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(Limits.FILE + 1);
        }
        var declared = new SourceFile("huge.csv", Limits.FILE + 1, "00ff");

        assertRefused(
                SourceFolders.declared(EIB_EXPORT_CSV, folder, declared, false),
                "LIMIT",
                "got 536870913 bytes, expected at most 536870912");
    }

    @Test
    void records_longer_than_the_buffer_are_read_whole(@TempDir Path folder) throws IOException {
        var path = folder.resolve("many.csv");
        Files.writeString(path, HEADER + row("\u20AC".repeat(20_000)).repeat(40), StandardCharsets.UTF_8);

        var result = Received.from(SourceFolders.part(EIB_EXPORT_CSV, path));

        assertThat(result.totals().records()).isEqualTo(40);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("200");
        assertThat(result.value(39, Financings.OPERATION_NAME)).hasSize(20_000);
    }

    @Test
    void canonical_amounts_follow_their_own_grammar() {
        var totals = Received.from(
                        SourceFolders.part(KIRCHBERG_CSV, SourceFolders.fixture("canonical_amounts_not_readable")))
                .totals();

        assertThat(totals.readableEur()).isEqualByComparingTo("7.10");
        assertThat(totals.unreadableAmounts()).isEqualTo(3);
        assertRefused(
                SourceFolders.part(KIRCHBERG_CSV, SourceFolders.fixture("canonical_column_missing")),
                "HEADER",
                "missing columns [nuts2]");
    }

    private static String row(String name) {
        return name + ",European Union,Italy,Transport,22/10/1965,\u20AC5,\n";
    }

    private static void assertRefused(Source source, String refusal, String message) {
        assertThatThrownBy(() -> Received.from(source))
                .asInstanceOf(type(Stop.class))
                .satisfies(stop -> assertThat(stop.exit()).isEqualTo(Exit.INPUT))
                .satisfies(stop -> assertThat(stop).hasMessageStartingWith(refusal + ": Cannot "))
                .satisfies(stop -> assertThat(stop).hasMessageContaining(message));
    }
}
