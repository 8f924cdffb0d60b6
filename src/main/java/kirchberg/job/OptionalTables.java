package kirchberg.job;

import java.util.List;
import kirchberg.aggregate.Aggregation;
import kirchberg.clean.Cleaning;
import kirchberg.publish.release.Draft;
import kirchberg.table.ListedOperations;
import kirchberg.table.PossibleDoubles;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tables that are empty in most jobs, which are not to pay for them: no Spark action. */
record OptionalTables(Draft draft, Inputs inputs, Steps steps) {

    /** The records of lists of operations. */
    void listOperations(Dataset<Row> raw) {
        if (inputs.sources().stream().noneMatch(s -> s.format().listsOperations())) {
            draft.write(ListedOperations.TABLE, List.of());
            return;
        }
        steps.action(
                "clean: listed operations", () -> draft.write(ListedOperations.TABLE, Cleaning.listedOperations(raw)));
    }

    /** What sources that overlap may both count. */
    void compareSources(Dataset<Row> financings) {
        var precedence = inputs.precedence();
        if (precedence.isEmpty()) {
            draft.write(PossibleDoubles.TABLE, List.of());
            return;
        }
        steps.action(
                "aggregate: possible doubles",
                () -> draft.write(PossibleDoubles.TABLE, Aggregation.possibleDoubles(financings, precedence)));
    }
}
