package kirchberg.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.overlap.Precedence;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Job;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import kirchberg.domain.vintage.VintageRules;
import kirchberg.publish.Publishing;
import kirchberg.publish.TestTerms;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.ListedOperations;
import kirchberg.table.PossibleDoubles;
import kirchberg.table.Rejects;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemarksTest {
    @Test
    void a_list_of_operations_is_compared_with_the_financings_that_name_theirs() {
        var financings = List.of(
                financing("1", "SIGNED", "60"),
                financing("1", "SIGNED", "40"), // with the row above: what the list says
                financing("2", "SIGNED", "65"), // the list says 70
                financing("2", "DISBURSED", "5"), // another number
                financing("3", "SIGNED", "8"), // not in the list
                row(Financings.TABLE, Map.of(Financings.OPERATION_KEY, "name:X", Financings.STAGE, "SIGNED")));
        var listed = List.of(listed("1", "100"), listed("2", "70"), listed("4", "9"), listed("5", "0"));
        assertThat(remarks(financings, listed).get(0)).containsExactly("noted by its reader");
        assertThat(remarks(financings, listed).get(1))
                .containsExactly(
                        "noted by its reader",
                        "operations whose listed amount equals the sum of their signed financings: 1 (EUR 100.00);"
                                + " differs: 1, by EUR 5.00 in all; signed in the list only: 1 (EUR 9.00);"
                                + " in the financings only: 1 (EUR 8.00).");
    }

    @Test
    void a_list_beside_financings_without_numbers_is_compared_with_nothing() {
        var financings =
                List.of(row(Financings.TABLE, Map.of(Financings.OPERATION_KEY, "name:X", Financings.STAGE, "SIGNED")));
        assertThat(remarks(financings, List.of(listed("1", "100"))))
                .containsExactly(List.of("noted by its reader"), List.of("noted by its reader"));
    }

    @Test
    void a_data_file_that_is_not_listed_is_named_for_it_was_not_read(@TempDir Path folder) throws IOException {
        var list = source(folder.resolve("list/1").toString(), SourceFormat.EIB_PROJECTS_JSON);
        Files.createDirectories(list.folder());
        for (var name : List.of("source.yaml", "README.md", ".hidden", "b\u202E.json", "a.csv")) {
            Files.writeString(list.folder().resolve(name), "x");
        }
        assertThat(remarks(List.of(), List.of(), List.of(list)))
                .containsExactly(List.of(
                        "noted by its reader", "not listed in source.yaml, and so not read: a.csv, b\uFFFD.json."));
    }

    private static List<List<String>> remarks(List<Row> financings, List<Row> listed) {
        return remarks(
                financings,
                listed,
                List.of(
                        source("rows/1", SourceFormat.KIRCHBERG_CSV),
                        source("list/1", SourceFormat.EIB_PROJECTS_JSON)));
    }

    private static List<List<String>> remarks(List<Row> financings, List<Row> listed, List<Source> sources) {
        try (var root = Publishing.scratch(TestTerms.terms())) {
            var draft = root.begin();
            draft.write(Financings.TABLE, financings);
            draft.write(ListedOperations.TABLE, listed);
            draft.write(PossibleDoubles.TABLE, List.of());
            draft.write(Rejects.TABLE, List.of());
            var remarks = new Remarks(draft, inputs(sources), new RejectedRecords(draft));
            return remarks.addTo(sources.stream().map(RemarksTest::control).toList()).stream()
                    .map(ControlTotals::remarks)
                    .toList();
        }
    }

    private static Row financing(String operation, String stage, String amount) {
        return row(
                Financings.TABLE,
                Map.of(
                        Financings.OPERATION_KEY, operation,
                        Financings.OPERATION_ID, operation,
                        Financings.FINANCING_ID, stage + amount,
                        Financings.STAGE, stage,
                        Financings.AMOUNT_EUR, new BigDecimal(amount).setScale(2)));
    }

    private static Row listed(String operation, String amount) {
        return row(
                ListedOperations.TABLE,
                Map.of(
                        Financings.OPERATION_ID,
                        operation,
                        Financings.SOURCE_ID,
                        "list/1",
                        ListedOperations.SIGNED_AMOUNT_EUR,
                        new BigDecimal(amount).setScale(2)));
    }

    private static Row row(Table table, Map<Field, Object> values) {
        return RowFactory.create(table.fields().stream().map(values::get).toArray());
    }

    private static ControlTotals control(Source source) {
        return new ControlTotals(source.id(), 0, 0, BigDecimal.ZERO, 0, null, null, List.of("noted by its reader"));
    }

    private static Inputs inputs(List<Source> sources) {
        var job = new Job(
                Path.of("job.yaml"),
                sources.stream().map(Source::folder).toList(),
                Path.of("reference"),
                List.of(),
                "out",
                BigDecimal.ZERO,
                List.of("en"),
                30,
                90,
                List.of(),
                VintageRules.DEFAULT,
                TellPlan.NOBODY);
        return new Inputs(
                job, sources, List.of(), LocalDate.EPOCH, false, Precedence.NONE, Map.of(), new Keys("all", "data"));
    }

    private static Source source(String id, SourceFormat format) {
        var day = LocalDate.of(2025, 1, 1);
        var covers = new Coverage(Institution.EIB, Stage.SIGNED, Place.WORLD, day, day, false);
        return new Source(
                id,
                Path.of(id),
                "x",
                "x",
                format,
                StandardCharsets.UTF_8,
                Institution.EIB,
                "EUR",
                day,
                day,
                "x",
                "",
                true,
                List.of(),
                covers);
    }
}
