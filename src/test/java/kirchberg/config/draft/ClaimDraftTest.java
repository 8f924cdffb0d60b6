package kirchberg.config.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.edition.Edition;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.text.Aspect;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Extract;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.NumberKind;
import kirchberg.domain.text.Passage;
import kirchberg.domain.text.Reading;
import kirchberg.domain.text.Sentence;
import kirchberg.domain.text.Subject;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimDraftTest {
    private static final String QUOTE =
            "Le Groupe a dit \"près de\" 89 \\ milliards: # {n°} 'tout' \u202F\u00A0là – ½ 😀.";

    @TempDir
    private Path folder;

    @Test
    void what_was_determined_is_read_back_unchanged() throws IOException {
        var claims = readBack(List.of(
                mention(Hedge.NEARLY, "89 bn EUR", subject(Measure.AMOUNT, null, ""), Checkability.CHECKABLE),
                mention(Hedge.OVER, "900", subject(Measure.OPERATIONS, null, ""), Checkability.CHECKABLE),
                mention(Hedge.ABOUT, "50 %", subject(Measure.SHARE, Priority.COHESION, ""), Checkability.CHECKABLE),
                mention(
                        Hedge.TARGET,
                        "250 bn EUR",
                        subject(Measure.MOBILISED, Programme.TECHEU, ""),
                        Checkability.CHECKABLE),
                mention(
                        Hedge.NONE,
                        "100,000",
                        subject(Measure.COUNT, null, "Prozessoren für KI"),
                        Checkability.OUT_OF_REACH),
                mention(Hedge.NONE, "57 %", subject(Measure.SHARE, null, ""), Checkability.OUT_OF_REACH)));

        assertThat(claims)
                .extracting(
                        Claim::id,
                        Claim::institution,
                        Claim::stage,
                        Claim::place,
                        Claim::period,
                        Claim::measure,
                        Claim::of,
                        Claim::counts,
                        Claim::hedge,
                        c -> c.figure().printed(),
                        Claim::outOfReach)
                .containsExactlyInAnyOrder(
                        row("group-amount-2024", Measure.AMOUNT, null, "", Hedge.NEARLY, "89 bn EUR", null),
                        row("group-operations-2024", Measure.OPERATIONS, null, "", Hedge.OVER, "900", null),
                        row(
                                "group-cohesion-share-2024",
                                Measure.SHARE,
                                Priority.COHESION,
                                "",
                                Hedge.ABOUT,
                                "50 %",
                                null),
                        row(
                                "group-techeu-mobilised-2024",
                                Measure.MOBILISED,
                                Programme.TECHEU,
                                "",
                                Hedge.TARGET,
                                "250 bn EUR",
                                null),
                        row(
                                "group-prozessoren-fur-ki-2024",
                                Measure.COUNT,
                                null,
                                "prozessoren_fur_ki",
                                Hedge.NONE,
                                "100,000",
                                "no portfolio: \"#\""),
                        row("group-share-2024", Measure.SHARE, null, "", Hedge.NONE, "57 %", "no portfolio: \"#\""));
        assertThat(claims).allSatisfy(claim -> {
            assertThat(claim.quote()).isEqualTo(QUOTE);
            assertThat(claim.publication().date()).isEqualTo(LocalDate.of(2025, 12, 4));
            assertThat(claim.publication().title()).isEqualTo("Titre: \"un\" # deux");
        });
    }

    @Test
    void what_the_text_leaves_open_is_marked_beside_a_stand_in() {
        var open = new Subject(
                Measure.AMOUNT,
                null,
                "",
                null,
                "chaque année",
                null,
                null,
                null,
                List.of(),
                List.of(Aspect.INSTITUTION, Aspect.PLACE, Aspect.PERIOD, Aspect.STAGE));
        var draft = draft(List.of(mention(Hedge.NONE, "5 bn EUR", open, Checkability.CHECKABLE)));

        assertThat(draft)
                .contains(
                        "institution: GROUP # to decide: institution (nothing in the sentence or its paragraph names one)",
                        "stage: SIGNED # to decide: stage (",
                        "place: WORLD # to decide: place (",
                        "period: 2025 # to decide: period (the text says \"chaque année\"); the year of publication stands in");
    }

    @Test
    void a_share_of_nothing_known_is_a_comment_and_judges_nothing() throws IOException {
        var mention = mention(Hedge.NONE, "57 %", subject(Measure.SHARE, null, ""), Checkability.CHECKABLE);

        assertThat(draft(List.of(mention)))
                .contains(
                        "# to decide before this entry can be used: of (the label that the share is of)",
                        "  #  - id: rel-group-share-2024");
        var other = mention(Hedge.OVER, "900", subject(Measure.OPERATIONS, null, ""), Checkability.CHECKABLE);
        assertThat(readBack(List.of(mention, other)))
                .extracting(Claim::id)
                .containsExactly("rel-group-operations-2024");
    }

    @Test
    void claims_of_one_name_are_numbered_and_names_do_not_depend_on_what_stands_between() {
        var amount = mention(Hedge.NEARLY, "89 bn EUR", subject(Measure.AMOUNT, null, ""), Checkability.CHECKABLE);
        var other = mention(Hedge.OVER, "900", subject(Measure.OPERATIONS, null, ""), Checkability.CHECKABLE);

        assertThat(draft(List.of(amount, other, amount)))
                .contains("id: rel-group-amount-2024\n", "id: rel-group-amount-2024-2\n");
        assertThat(draft(List.of(amount, amount))).contains("id: rel-group-amount-2024-2\n");
    }

    @Test
    void every_other_number_stands_at_the_end_with_its_reason() {
        var year = new Mention(
                passage("2024"),
                new Reading(NumberKind.DATE, null, Hedge.NONE, ""),
                Subject.NONE,
                Checkability.NOT_A_FIGURE,
                "It is a year.");
        var draft = draft(List.of(year));

        assertThat(draft)
                .contains(
                        "# 1 number found, of which 0 are checkable (0 %),\n# 0 out of reach, 1 no figures, 0 ambiguous.\n",
                        "# Not taken: 1 dates and times.",
                        "claims: []",
                        "#   sentence 1, \"2024\": DATE, It is a year.");
    }

    @Test
    void without_a_date_the_draft_asks_for_one_and_the_reader_of_claims_too() {
        var undated = new EditionExtract(
                new Edition("rel", new Document(null, "T", List.of()), Language.FRENCH, null, "", List.of()),
                new Extract(Language.FRENCH, List.of()));
        var file = folder.resolve("undated.yaml");
        ClaimDraft.write(file, ClaimDraft.of(undated, List.of()));

        var stop = catchThrowableOfType(Stop.class, () -> Configuration.claims(List.of(file)));

        assertThat(stop.exit()).isEqualTo(Exit.USAGE);
        assertThat(stop).hasMessageContaining("date");
    }

    @Test
    void a_file_that_is_there_stays() throws IOException {
        var file = Files.writeString(folder.resolve("reviewed.yaml"), "reviewed");

        var stop = catchThrowableOfType(Stop.class, () -> ClaimDraft.write(file, "draft"));

        assertThat(stop.exit()).isEqualTo(Exit.USAGE);
        assertThat(file).hasContent("reviewed");
    }

    private static Tuple row(
            String id,
            Measure measure,
            @Nullable Label of,
            String counts,
            Hedge hedge,
            String figure,
            @Nullable String outOfReach) {
        return Tuple.tuple(
                "rel-" + id,
                Institution.GROUP,
                Stage.SIGNED,
                Place.EU,
                Period.year(2024),
                measure,
                of,
                counts,
                hedge,
                figure,
                outOfReach);
    }

    private List<Claim> readBack(List<Mention> mentions) throws IOException {
        var file = folder.resolve("draft.yaml");
        Files.deleteIfExists(file);
        ClaimDraft.write(file, draft(mentions));
        return Configuration.claims(List.of(file));
    }

    private static String draft(List<Mention> mentions) {
        var document =
                new Document(null, "Titre: \"un\" # deux", List.of(passage("").sentence()));
        var edition = new Edition(
                "rel", document, Language.FRENCH, LocalDate.of(2025, 12, 4), "https://example.org/1", List.of());
        return ClaimDraft.of(new EditionExtract(edition, new Extract(Language.FRENCH, mentions)), List.of());
    }

    private static Subject subject(Measure measure, @Nullable Label of, String counts) {
        return new Subject(
                measure,
                of,
                counts,
                Period.year(2024),
                "",
                Institution.GROUP,
                Place.EU,
                Stage.SIGNED,
                List.of(),
                List.of());
    }

    private static Mention mention(Hedge hedge, String figure, Subject subject, Checkability checkability) {
        return new Mention(
                passage(figure),
                new Reading(NumberKind.AMOUNT, Figure.parse(figure), hedge, ""),
                subject,
                checkability,
                "no portfolio: \"#\"");
    }

    private static Passage passage(String words) {
        return new Passage(new Sentence(1, 1, QUOTE), 0, 1, words);
    }
}
