package kirchberg.table;

import java.util.List;
import java.util.stream.Stream;

/** The tables that every release publishes. */
public final class ReleaseTables {
    public static final List<Table> ALL = Stream.concat(
                    Stream.of(
                            Financings.TABLE,
                            Operations.TABLE,
                            ListedOperations.TABLE,
                            Claims.TABLE,
                            Findings.TABLE,
                            Neighbours.TABLE,
                            Contributions.TABLE,
                            PossibleDoubles.TABLE,
                            Rejects.TABLE,
                            Sources.TABLE),
                    Totals.TABLES.stream())
            .toList();

    private ReleaseTables() {}
}
