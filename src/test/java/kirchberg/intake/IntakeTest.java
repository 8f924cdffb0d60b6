package kirchberg.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kirchberg.config.Configuration;
import kirchberg.config.Inbox;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.SourceFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
    private static final String HEADER =
            "Name,Region,Country or Territory,Sector,Signature Date,Signed Amount,Description\n";
    private static final String FIRST = "FIRST,European Union,Italy,Energy,21/04/1959,\"€24,000,000\",A dam\n";
    private static final String LAST = "LAST,European Union,Italy,Energy,02/07/2024,\"€1,000,000\",A mill\n";
    private static final String TOTAL = ",,,,,,\nTotal,,,,,\"€25,000,000\",\n";
    private static final Instant WRITTEN = Instant.parse("2024-07-03T23:59:59Z");

    @TempDir
    private Path root = Path.of("");

    private Path inbox = Path.of("");
    private Path job = Path.of("");

    @BeforeEach
    void a_job_whose_source_is_the_latest_vintage() throws IOException {
        inbox = Files.createDirectories(root.resolve("sources/eib-export"));
        job = Files.writeString(root.resolve("job.yaml"), """
                sources: [{latest: sources/eib-export}]
                reference: reference
                claims: [claims]
                output: out
                """);
    }

    @Test
    void a_dropped_export_becomes_a_vintage_that_a_job_can_read() throws IOException {
        put(inbox.resolve("loanExport (1).csv"), HEADER + FIRST + LAST + TOTAL);
        Files.writeString(inbox.resolve("notes.txt"), "mine");
        Files.writeString(inbox.resolve("other.csv.crdownload"), "half");

        var added = dropped();

        assertThat(added).singleElement().satisfies(a -> {
            assertThat(a.source().id()).isEqualTo("eib-export/2024-07-03");
            assertThat(a.survey().totals().readableEur()).isEqualByComparingTo("25000000");
        });
        var source = Configuration.source(inbox.resolve("2024-07-03"));
        assertThat(source).isEqualTo(added.get(0).source());
        assertThat(source.format()).isEqualTo(SourceFormat.EIB_EXPORT_CSV);
        assertThat(source.accessed()).isEqualTo(LocalDate.of(2024, 7, 3));
        assertThat(source.files()).extracting(f -> f.name()).containsExactly("loanExport (1).csv");
        assertThat(Configuration.job(job).sources()).containsExactly(inbox.resolve("2024-07-03"));
        assertThat(inbox.resolve("notes.txt")).exists();
        assertThat(inbox.resolve("other.csv.crdownload")).exists();
        assertThat(inbox.resolve("loanExport (1).csv")).doesNotExist();
    }

    @Test
    void an_export_from_the_first_signature_on_whose_total_fits_is_complete() throws IOException {
        put(inbox.resolve("a.csv"), HEADER + LAST + FIRST + TOTAL);

        assertThat(dropped().get(0).source().coverage())
                .isEqualTo(new Coverage(
                        Institution.EIB,
                        Stage.SIGNED,
                        Place.WORLD,
                        LocalDate.of(1959, 4, 21),
                        LocalDate.of(2024, 7, 3),
                        true));
    }

    @Test
    void an_export_that_may_lack_something_covers_only_the_days_that_it_holds() throws IOException {
        var incomplete = List.of(
                HEADER + FIRST + LAST, // no Total row
                HEADER + LAST + ",,,,,,\nTotal,,,,,\"€1,000,000\",\n", // not from the first signature on
                HEADER + FIRST + LAST + TOTAL.replace("25", "26")); // the Total row does not fit
        for (var number = 0; number < incomplete.size(); number++) {
            var folder = Files.createDirectory(root.resolve("folder" + number));
            put(folder.resolve("list.csv"), incomplete.get(number));
            var coverage = Intake.of(folder, Intake.Told.NOTHING).source().coverage();
            assertThat(coverage.complete()).as(incomplete.get(number)).isFalse();
            assertThat(coverage.from()).isEqualTo(number == 1 ? LocalDate.of(2024, 7, 2) : LocalDate.of(1959, 4, 21));
            assertThat(coverage.to()).isEqualTo(LocalDate.of(2024, 7, 2));
        }
    }

    @Test
    void what_a_person_says_wins() throws IOException {
        var folder = Files.createDirectory(root.resolve("mine"));
        put(folder.resolve("list.csv"), HEADER + LAST);

        Intake.of(folder, new Intake.Told(LocalDate.of(2024, 8, 1), true, true));

        var source = Configuration.source(folder);
        assertThat(source.accessed()).isEqualTo(LocalDate.of(2024, 8, 1));
        assertThat(source.coverage().complete()).isTrue();
        assertThat(source.synthetic()).isTrue();
        assertThat(folder.resolve("source.yaml")).content().contains("# complete: as told, so a year");
        refuses(Exit.USAGE, "it has a source.yaml already", () -> Intake.of(folder, Intake.Told.NOTHING));
    }

    @Test
    void a_second_file_of_the_same_day_gets_a_vintage_of_its_own() throws IOException {
        put(inbox.resolve("a.csv"), HEADER + LAST);
        dropped();
        put(inbox.resolve("a.csv"), HEADER + FIRST + LAST + TOTAL);
        dropped();

        assertThat(Configuration.job(job).sources()).containsExactly(inbox.resolve("2024-07-03-02"));
    }

    @Test
    void a_file_that_is_refused_stays_where_it_is() throws IOException {
        var page = put(inbox.resolve("loanExport.xlsx"), "<!DOCTYPE html><html>Access denied</html>");
        refuses(Exit.INPUT, "this is a web page", this::dropped);
        assertThat(page).exists();

        Files.delete(page);
        var half = put(inbox.resolve("loanExport.csv"), HEADER + FIRST + "\"LAST");
        refuses(Exit.INPUT, "TRUNCATED: Cannot read", this::dropped);
        assertThat(half).exists();
        assertThat(inbox).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void files_of_two_formats_do_not_become_one_source() throws IOException {
        put(inbox.resolve("a.csv"), HEADER + LAST);
        put(inbox.resolve("b.csv"), "operation_id,amount_eur\n1,2\n");

        refuses(Exit.INPUT, "got [a.csv] as eib-export-csv, [b.csv] as kirchberg-csv, expected one", this::dropped);
    }

    @Test
    void an_empty_folder_says_what_belongs_into_it() throws IOException {
        refuses(Exit.INPUT, "got no file, expected a downloaded list", this::dropped);
        put(Files.createDirectory(inbox.resolve("2024-01-01")).resolve("list.csv"), HEADER + LAST);
        refuses(Exit.INPUT, "got no source.yaml in [" + inbox.resolve("2024-01-01") + "]", this::dropped);
        refuses(
                Exit.INPUT,
                "got no file, expected a folder with at least",
                () -> Intake.of(inbox, Intake.Told.NOTHING));
    }

    @Test
    void the_same_download_twice_is_not_summed() throws IOException {
        var one = put(inbox.resolve("loanExport (1).csv"), HEADER + LAST);
        var other = put(inbox.resolve("loanExport.csv"), HEADER + LAST);
        refuses(
                Exit.INPUT,
                "the same bytes in loanExport (1).csv and loanExport.csv, expected each file once",
                this::dropped);
        assertThat(one).exists();
        assertThat(other).exists();
    }

    @Test
    void what_counts_as_no_data_is_named_where_no_data_is_found() throws IOException {
        Files.writeString(inbox.resolve("loanExport.xlsx.crdownload"), "half");
        Files.writeString(inbox.resolve(".DS_Store"), "hidden");
        refuses(
                Exit.INPUT,
                "got no file but [loanExport.xlsx.crdownload], which counts as a note or a half-done download",
                this::dropped);
    }

    @Test
    void what_is_no_folder_cannot_be_described() throws IOException {
        var file = put(root.resolve("loanExport.csv"), HEADER + LAST);
        refuses(Exit.INPUT, "got a file, expected a folder", () -> Intake.of(file, Intake.Told.NOTHING));
        refuses(
                Exit.INPUT,
                "got nothing of this name, expected a folder",
                () -> Intake.of(root.resolve("absent"), Intake.Told.NOTHING));
    }

    @Test
    void a_folder_that_nobody_described_is_not_passed_over_for_an_older_vintage() throws IOException {
        put(inbox.resolve("a.csv"), HEADER + LAST);
        dropped();
        put(Files.createDirectory(inbox.resolve("my download")).resolve("list.csv"), HEADER + LAST);
        refuses(Exit.INPUT, "got no source.yaml in [" + inbox.resolve("my download") + "]", this::dropped);
    }

    @Test
    void a_link_becomes_a_file_of_its_own_in_the_vintage() throws IOException {
        var outside = put(root.resolve("downloaded.csv"), HEADER + LAST);
        Files.createSymbolicLink(inbox.resolve("list.csv"), Path.of("../../downloaded.csv"));

        dropped();

        var inside = inbox.resolve("2024-07-03/list.csv");
        assertThat(inside).isRegularFile().hasContent(HEADER + LAST);
        assertThat(Files.isSymbolicLink(inside)).isFalse();
        assertThat(inbox.resolve("list.csv")).doesNotExist();
        assertThat(outside).hasContent(HEADER + LAST);
    }

    @Test
    void a_file_older_than_the_latest_vintage_says_that_it_is_not_judged() throws IOException {
        put(inbox.resolve("new.csv"), HEADER + FIRST + LAST + TOTAL);
        dropped();
        var old = put(inbox.resolve("old.csv"), HEADER + LAST);
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2023-01-02T00:00:00Z")));

        assertThat(dropped().get(0).reasons())
                .contains("not judged: 2024-07-03 comes later than 2023-01-02, and the latest vintage is judged.");
    }

    @Test
    void a_word_that_the_rows_speak_against_is_taken_with_a_warning() throws IOException {
        var folder = Files.createDirectory(root.resolve("mine"));
        put(folder.resolve("list.csv"), HEADER + LAST + LAST.replace("2024", "2022"));

        var added = Intake.of(folder, new Intake.Told(LocalDate.of(2023, 8, 1), true, false));

        assertThat(added.reasons())
                .contains(
                        "1 records are dated later than the day after 2023-08-01 and will be rejected. If the files were"
                                + " fetched later, correct accessed.",
                        "complete: as told, so a year without a row counts as a year without a signature. The first row"
                                + " is of 2022-07-02. If the list was cut there, correct from.");
        assertThat(folder.resolve("source.yaml")).content().contains("# 1 records are dated later than");
    }

    @Test
    void a_dry_run_moves_nothing() throws IOException {
        var file = put(inbox.resolve("a.csv"), HEADER + LAST);
        refuses(Exit.USAGE, "Cannot run dry", () -> Intake.ofDropped(job, true, a -> {}));
        assertThat(file).exists();
    }

    @Test
    void the_latest_vintage_is_the_one_whose_name_comes_last() throws IOException {
        for (var vintage : List.of("2024-07-03", "2025-01-31", "2024-12-31")) {
            var folder = Files.createDirectory(inbox.resolve(vintage));
            put(folder.resolve("list.csv"), HEADER + LAST);
            Intake.of(folder, Intake.Told.NOTHING);
        }
        Files.createDirectory(inbox.resolve("2026-01-01")); // no source
        assertThat(dropped()).isEmpty();
        assertThat(Configuration.job(job).sources()).containsExactly(inbox.resolve("2025-01-31"));
    }

    @Test
    void an_intake_that_broke_off_is_not_missed() throws IOException {
        put(inbox.resolve("a.csv"), HEADER + LAST);
        dropped();
        // one file of two was moved, and nothing says that the rest belongs to it
        var half = put(Files.createDirectory(inbox.resolve("2024-07-03-02")).resolve("b.csv"), HEADER + FIRST);
        refuses(Exit.INPUT, "got no source.yaml in [" + half.getParent() + "]", this::dropped);
        var rest = put(inbox.resolve("c.csv"), HEADER + LAST);
        refuses(Exit.INPUT, "got no source.yaml in [" + half.getParent() + "]", this::dropped);
        assertThat(rest).exists();
    }

    @Test
    void files_that_another_run_takes_in_are_left_to_it() throws IOException {
        var file = put(inbox.resolve("a.csv"), HEADER + LAST);
        new Inbox(inbox).held(() -> {
            refuses(Exit.LOCKED, "another run is at it", this::dropped);
            return true;
        });
        assertThat(file).exists();
        assertThat(dropped()).hasSize(1);
    }

    @Test
    void a_name_that_source_yaml_cannot_hold_is_refused_before_anything_moves() throws IOException {
        var odd = put(inbox.resolve("loan\nExport.csv"), HEADER + LAST);
        refuses(Exit.INPUT, "its name has characters that cannot be printed", this::dropped);
        Files.move(odd, inbox.resolve("my \"loan\" \\ #1: {a}.csv"));
        assertThat(dropped()).hasSize(1);
        assertThat(Configuration.source(inbox.resolve("2024-07-03")).files())
                .extracting(f -> f.name())
                .containsExactly("my \"loan\" \\ #1: {a}.csv");
    }

    @Test
    void a_date_that_cannot_be_widens_nothing_and_is_told() throws IOException {
        var folder = Files.createDirectory(root.resolve("mine"));
        put(
                folder.resolve("list.csv"),
                HEADER + LAST + LAST.replace("02/07/2024", "02/07/2204") + LAST.replace("02/07/2024", "02/07/1924"));
        var added = Intake.of(folder, Intake.Told.NOTHING);
        assertThat(added.source().coverage().from()).isEqualTo(LocalDate.of(2024, 7, 2));
        assertThat(added.source().coverage().to()).isEqualTo(LocalDate.of(2024, 7, 2));
        assertThat(added.reasons())
                .contains("1 records are dated later than the day after 2024-07-03 and will be rejected. If the files"
                        + " were fetched later, correct accessed.");
    }

    @Test
    void a_list_of_operations_is_never_complete() throws IOException {
        var folder = Files.createDirectory(root.resolve("mine"));
        put(folder.resolve("page-0000.json"), """
                {"data": [{"id": "20240001", "title": "A", "description": null, "primaryTags": [],
                  "additionalInformation": ["Signed", "01/02/2024", 0, 5], "startDate": null, "endDate": null,
                  "url": "20240001"}], "pageNumber": 0, "itemPerPage": 1, "resultItems": 1, "totalItems": 1,
                 "pageable": true, "valid": true, "message": "Success"}
                """);
        refuses(Exit.USAGE, "got --complete true", () -> Intake.of(folder, new Intake.Told(null, true, false)));
        assertThat(folder.resolve("source.yaml")).doesNotExist();
        Intake.of(folder, Intake.Told.NOTHING);
        assertThat(Configuration.source(folder).coverage().complete()).isFalse();
    }

    private List<Intake.Added> dropped() {
        var added = new ArrayList<Intake.Added>();
        Intake.ofDropped(job, false, added::add);
        return added;
    }

    private static Path put(Path file, String content) throws IOException {
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private static void refuses(Exit exit, String message, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Stop.class, stop -> {
            assertThat(stop.exit()).isEqualTo(exit);
            assertThat(stop.getMessage()).contains(message);
        });
    }
}
