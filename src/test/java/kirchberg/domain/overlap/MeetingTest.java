package kirchberg.domain.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.overlap.Overlap.Match;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class MeetingTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/overlaps.csv", numLinesToSkip = 1)
    void two_sources_meet_where_one_financing_may_be_in_both(
            String one, String other, @Nullable String meets, String why) {
        var expected = Stream.ofNullable(meets).toList();
        assertThat(Meeting.of(source("a/1", one), source("b/1", other)).map(Meeting::text).stream()
                        .toList())
                .as(why)
                .isEqualTo(expected);
        assertThat(Meeting.of(source("b/1", other), source("a/1", one)).map(Meeting::text).stream()
                        .toList())
                .as(why)
                .isEqualTo(expected);
    }

    @Test
    void a_name_means_a_source_by_its_id_or_by_its_publisher() {
        var world = "kirchberg-csv EIB SIGNED WORLD 2020-01-01 2024-12-31";
        var sources = List.of(source("eib-export/2026-07-09", world), source("iati/2025-05-16", world));
        var declared = List.of(new Overlap("eib-export", "iati/2025-05-16", Match.IDS));
        assertThat(Precedence.of(declared, sources).byIds())
                .isEqualTo(Map.of("eib-export/2026-07-09", List.of("iati/2025-05-16")));
        var unknown = List.of(new Overlap("eib", "iati", Match.NONE));
        assertThat(catchThrowableOfType(Stop.class, () -> Precedence.of(unknown, sources))
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void only_an_overlap_by_ids_supersedes() {
        var precedence = new Precedence(List.of(
                new Overlap("a/1", "b/1", Match.IDS),
                new Overlap("a/1", "c/1", Match.NONE),
                new Overlap("b/1", "c/1", Match.IDS)));
        assertThat(precedence.byIds()).isEqualTo(Map.of("a/1", List.of("b/1"), "b/1", List.of("c/1")));
        assertThat(precedence.all()).isEqualTo(Map.of("a/1", List.of("b/1", "c/1"), "b/1", List.of("c/1")));
    }

    /** Format, institution, stage, place, first and last day, with a blank between them. */
    private static Source source(String id, String words) {
        var w = List.of(words.split(" ", -1));
        var institution = Institution.valueOf(w.get(1));
        var format = Stream.of(SourceFormat.values())
                .filter(f -> f.key().equals(w.get(0)))
                .findFirst()
                .orElseThrow();
        var covers = new Coverage(
                institution,
                Stage.valueOf(w.get(2)),
                Place.parse(w.get(3)),
                LocalDate.parse(w.get(4)),
                LocalDate.parse(w.get(5)),
                false);
        var day = LocalDate.of(2026, 1, 1);
        return new Source(
                id,
                Path.of(id),
                "x",
                "x",
                format,
                StandardCharsets.UTF_8,
                institution,
                "EUR",
                day,
                day,
                "x",
                "",
                false,
                List.of(),
                covers);
    }
}
