package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Problem;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimFileTest {
    private static final String HEAD = """
            publication: release-1
            title: A release
            date: 2025-12-04
            language: fr
            url:
            claims:
            """;
    private static final String AMOUNT = """
              - id: signed
                quote: "près de 89 milliards"
                institution: GROUP
                period: 2024
                measure: amount
                figure: 89 bn EUR
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Claim only(String text) throws IOException {
        var claims = Configuration.claims(List.of(write("a.yaml", text)));
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private List<Problem> refused(String text) throws IOException {
        var path = write("a.yaml", text);
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.claims(List.of(path)));
        assertThat(stop.exit()).isEqualTo(Exit.USAGE);
        var file = new ClaimFile(path, new HashMap<>());
        file.claims();
        return file.file().problems();
    }

    private static List<String> places(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                .toList();
    }

    @Test
    void a_claim_with_defaults() throws IOException {
        assertThat(only(HEAD + AMOUNT))
                .isEqualTo(new Claim(
                        "signed",
                        new Publication("release-1", "A release", LocalDate.of(2025, 12, 4), "fr", ""),
                        "près de 89 milliards",
                        Subject.signed(Institution.GROUP, Period.year(2024), Measure.AMOUNT),
                        Hedge.NONE,
                        Figure.parse("89 bn EUR"),
                        Grade.PRINTED,
                        "",
                        null));
    }

    @Test
    void a_claim_that_says_everything() throws IOException {
        var claim = only(HEAD + """
                  - id: cohesion
                    quote: >
                      about half
                      of it
                    institution: EIB
                    resources: OWN
                    stage: APPROVED
                    within: {place: EU}
                    period: each 2021..2024
                    measure: share
                    of: {cohesion: true}
                    hedge: ABOUT
                    figure: 50 %
                    out_of_reach: no row says it
                """);
        assertThat(claim.quote()).isEqualTo("about half of it");
        assertThat(claim.resources()).isEqualTo(Resources.OWN);
        assertThat(claim.stage()).isEqualTo(Stage.APPROVED);
        assertThat(claim.place()).isEqualTo(Place.EU);
        assertThat(claim.period()).isEqualTo(new Period(2021, 2024, true));
        assertThat(claim.of()).isEqualTo(Priority.COHESION);
        assertThat(claim.hedge()).isEqualTo(Hedge.ABOUT);
        assertThat(claim.outOfReach()).isEqualTo("no row says it");
    }

    @Test
    void a_label_is_a_priority_or_a_programme() throws IOException {
        assertThat(only(HEAD + AMOUNT + "    of: {climate: true}\n").of()).isEqualTo(Priority.CLIMATE);
        assertThat(only(HEAD + AMOUNT + "    of: {priority: digital}\n").of()).isEqualTo(Priority.DIGITAL);
        assertThat(only(HEAD + AMOUNT + "    of: {programme: techeu}\n").of()).isEqualTo(Programme.TECHEU);
    }

    @Test
    void a_share_may_be_of_a_place_inside_another() throws IOException {
        var claim = only(HEAD
                + AMOUNT.replace("measure: amount", "measure: share").replace("89 bn EUR", "14 %")
                + "    within: {place: EU}\n    of: {place: ES}\n");
        assertThat(claim.place()).isEqualTo(Place.EU);
        assertThat(claim.ofPlace()).isEqualTo(Place.parse("ES"));
        assertThat(claim.of()).isNull();
    }

    @Test
    void only_a_share_is_of_a_place() throws IOException {
        var problems = refused(HEAD + AMOUNT + "    of: {place: ES}\n");
        assertThat(problems.get(0).message()).isEqualTo("only a share is of a place");
        assertThat(problems.get(0).help()).isEqualTo("write place: or within: beside the measure instead");
    }

    @ParameterizedTest
    @CsvSource({"13 %,SHARE", "3 x,RATIO"})
    void a_growth_is_against_the_years_before_unless_told(String figure, Unit unit) throws IOException {
        var growth = AMOUNT.replace("measure: amount", "measure: growth").replace("89 bn EUR", figure);
        assertThat(only(HEAD + growth).against()).isEqualTo(Period.year(2023));
        assertThat(only(HEAD + growth + "    against: 2018\n").against()).isEqualTo(Period.year(2018));
        var threeYears = growth.replace("period: 2024", "period: 2022..2024");
        assertThat(only(HEAD + threeYears).against()).isEqualTo(Period.parse("2019..2021"));
        assertThat(only(HEAD + growth).figure().unit()).isEqualTo(unit);
    }

    @Test
    void a_growth_is_not_against_its_own_years() throws IOException {
        var growth = AMOUNT.replace("measure: amount", "measure: growth").replace("89 bn EUR", "13 %");
        var problems = refused(HEAD + growth + "    against: 2024\n");
        assertThat(problems.get(0).message()).isEqualTo("a growth needs earlier years, got 2024 against 2024");
        assertThat(refused(HEAD + AMOUNT + "    against: 2023\n").get(0).message())
                .isEqualTo("only a growth is against earlier years");
    }

    @Test
    void a_grade_of_the_publication_is_that_of_its_claims_unless_they_say_another() throws IOException {
        assertThat(only(HEAD + AMOUNT).grade()).isEqualTo(Grade.PRINTED);
        var relayed = only(HEAD.replace("claims:", "grade: RELAYED\nclaims:") + AMOUNT + "    note: from a wire\n");
        assertThat(relayed.grade()).isEqualTo(Grade.RELAYED);
        assertThat(relayed.note()).isEqualTo("from a wire");
        var derived = only(HEAD.replace("claims:", "grade: RELAYED\nclaims:") + AMOUNT + "    grade: DERIVED\n");
        assertThat(derived.grade()).isEqualTo(Grade.DERIVED);
    }

    @ParameterizedTest
    @CsvSource({"FR", "EE+LT+LV", "NON_EU", "region:western_balkans"})
    void a_place_is_read_from_place_or_within(String place) throws IOException {
        assertThat(only(HEAD + AMOUNT + "    place: " + place + "\n").place()).isEqualTo(Place.parse(place));
        assertThat(only(HEAD + AMOUNT + "    within: {place: " + place + "}\n").place())
                .isEqualTo(Place.parse(place));
    }

    @Test
    void place_and_within_may_agree_but_not_differ() throws IOException {
        assertThat(only(HEAD + AMOUNT + "    place: EU\n    within: {place: EU}\n")
                        .place())
                .isEqualTo(Place.EU);
        var problems = refused(HEAD + AMOUNT + "    place: EU\n    within: {place: FR}\n");
        assertThat(places(problems)).containsExactly("13:12 claim.place");
        assertThat(problems.get(0).message()).isEqualTo("place and within.place differ: EU and FR");
    }

    @ParameterizedTest
    @CsvSource({"ratio, 3.6 x", "ratio, 3.6", "operations, 900", "mobilised, 250 bn EUR"})
    void a_figure_fits_its_measure(String measure, String figure) throws IOException {
        var claim = only(
                HEAD + AMOUNT.replace("measure: amount", "measure: " + measure).replace("89 bn EUR", figure));
        assertThat(claim.figure().printed()).isEqualTo(figure);
        assertThat(claim.figure().unit() == Unit.RATIO).isEqualTo(measure.equals("ratio"));
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 50 %",
        "amount, 900",
        "mobilised, 3.6 x",
        "operations, 9 bn EUR",
        "operations, 12.5",
        "ratio, 50 %"
    })
    void a_figure_that_does_not_fit_its_measure_is_refused(String measure, String figure) throws IOException {
        var problems = refused(
                HEAD + AMOUNT.replace("measure: amount", "measure: " + measure).replace("89 bn EUR", figure));
        assertThat(places(problems)).containsExactly("12:13 claim.figure");
        assertThat(problems.get(0).message())
                .isEqualTo("the figure " + figure + " does not fit the measure " + measure);
    }

    @Test
    void a_share_says_what_it_is_a_share_of_and_only_a_count_counts() throws IOException {
        var share = AMOUNT.replace("measure: amount", "measure: share").replace("89 bn EUR", "50 %");
        assertThat(places(refused(HEAD + share))).containsExactly("7:5 claim.of");
        var count = AMOUNT.replace("measure: amount", "measure: count").replace("89 bn EUR", "19");
        assertThat(places(refused(HEAD + count))).containsExactly("7:5 claim.counts");
        assertThat(only(HEAD + count + "    counts: ai_factories\n").counts()).isEqualTo("ai_factories");
        assertThat(places(refused(HEAD + AMOUNT + "    counts: ai_factories\n")))
                .containsExactly("13:13 claim.counts");
        assertThat(places(refused(HEAD + count + "    counts: x\n    of: {climate: true}\n")))
                .containsExactly("14:9 claim.of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{climate: true, cohesion: true} | 13:9 claim.of",
                "{} | 13:9 claim.of",
                "{climate: false} | 13:19 claim.climate",
                "{priority: climat} | 13:20 claim.priority",
                "{climat: true} | 13:10 claim.key",
                "climate | 13:9 claim.of"
            })
    void a_label_that_is_none_is_refused(String of, String place) throws IOException {
        assertThat(places(refused(HEAD + AMOUNT + "    of: " + of + "\n"))).containsExactly(place);
    }

    @Test
    void a_misspelt_hedge_is_answered_with_the_right_one_and_the_list() throws IOException {
        var problem = refused(HEAD + AMOUNT + "    hedge: NEARLLY\n").get(0);
        assertThat(problem.render()).isEqualTo("""
                        error[claim.hedge]: unknown hedge NEARLLY
                          --> %s:13:12
                        13 |     hedge: NEARLLY
                           |            ^
                           = help: did you mean NEARLY? (NONE, EXACTLY, NEARLY, OVER, ABOUT, AT_LEAST, AT_MOST, TARGET)""".formatted(folder.resolve("a.yaml")));
    }

    @Test
    void every_error_of_a_file_is_reported_at_once() throws IOException {
        var problems = refused("""
                publication: release 1
                titel: A release
                date: 4 December 2025
                language: french
                url: ftp://example.org
                claims:
                  - id: a
                    id: b
                    quote: "\\e[31m"
                    institution: BANK
                    resources: MINE
                    stage: SIGNED
                    place: Mars
                    period: 2024-2025
                    measure: sum
                    figure: 89 bnEUR
                  - 12
                """);
        assertThat(places(problems))
                .containsExactly(
                        "1:1 claim.title",
                        "1:14 claim.publication",
                        "2:1 claim.key",
                        "3:7 claim.date",
                        "4:11 claim.language",
                        "5:6 claim.url",
                        "8:5 claim.key",
                        "9:12 claim.quote",
                        "10:18 claim.institution",
                        "11:16 claim.resources",
                        "13:12 claim.place",
                        "14:13 claim.period",
                        "15:14 claim.measure",
                        "16:13 claim.figure",
                        "17:5 claim.claims");
    }

    @Test
    void claims_of_all_files_and_folders_come_sorted_by_id() throws IOException {
        write("b.yaml", HEAD + AMOUNT.replace("signed", "b"));
        write("a.yml", HEAD.replace("release-1", "release-2") + AMOUNT.replace("signed", "c"));
        write("notes.txt", "no claim");
        write(".hidden.yaml", "no claim");
        var sub = Files.createDirectories(folder.resolve("more"));
        var other = Files.writeString(
                sub.resolve("x.yaml"), HEAD.replace("release-1", "release-3") + AMOUNT.replace("signed", "a"));
        assertThat(Configuration.claims(List.of(folder, other, folder)))
                .extracting(Claim::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void ids_that_are_given_twice_are_refused_at_the_second_place() throws IOException {
        write("a.yaml", HEAD + AMOUNT + AMOUNT);
        write("b.yaml", HEAD + AMOUNT);
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.claims(List.of(folder)));
        assertThat(stop)
                .hasMessageContaining("--> " + folder.resolve("a.yaml") + ":13:9\n")
                .hasMessageContaining("--> " + folder.resolve("b.yaml") + ":1:14\n")
                .hasMessageContaining("--> " + folder.resolve("b.yaml") + ":7:9\n")
                .hasMessageContaining("there is a claim signed already")
                .hasMessageContaining("the first is in " + folder.resolve("a.yaml") + ":7\n")
                .hasMessageContaining("there is a publication release-1 already")
                .hasMessageEndingWith("\n\n3 errors in 2 files. Nothing was written.");
    }

    @Test
    void errors_of_several_files_are_reported_together_each_with_line_and_column() throws IOException {
        write("a.yaml", HEAD + AMOUNT + "    against: 2023\n    grade: RUMOUR\n    note: \"\\e[31m\"\n");
        write(
                "b.yaml",
                HEAD.replace("release-1", "release-2") + AMOUNT.replace("id: signed", "id: other")
                        + "    of: {place: Spain}\n    note:\n");
        write("c.yaml", HEAD.replace("release-1", "release-3") + AMOUNT.replace("id: signed", "id: third"));
        write("claims.schema.json", "{}");
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.claims(List.of(folder)));
        assertThat(stop)
                .hasMessageContaining("error[claim.against]: only a growth is against earlier years\n  --> "
                        + folder.resolve("a.yaml") + ":13:14\n")
                .hasMessageContaining(
                        "error[claim.grade]: unknown grade RUMOUR\n  --> " + folder.resolve("a.yaml") + ":14:12\n")
                .hasMessageContaining("--> " + folder.resolve("a.yaml") + ":15:11\n")
                .hasMessageContaining("error[claim.place]: only a share is of a place\n  --> "
                        + folder.resolve("b.yaml") + ":13:17\n")
                .hasMessageContaining(
                        "error[claim.place]: unknown place Spain\n  --> " + folder.resolve("b.yaml") + ":13:17\n")
                .hasMessageEndingWith("5 errors in 2 files. Nothing was written.");
    }

    @Test
    void a_claim_file_that_is_missing_is_missing_input() {
        var none = folder.resolve("none.yaml");
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.claims(List.of(none)));
        assertThat(stop.exit()).isEqualTo(Exit.INPUT);
        assertThat(stop).hasMessageContaining("there is nothing at " + none);
    }
}
