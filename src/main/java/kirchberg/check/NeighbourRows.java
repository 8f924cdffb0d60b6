package kirchberg.check;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Place;
import kirchberg.domain.Quotient;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Neighbour;
import kirchberg.domain.finding.Verdict;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Findings;
import kirchberg.table.Neighbours;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Neighbours to rows of {@link Neighbours#TABLE}, and back. */
final class NeighbourRows {
    private NeighbourRows() {}

    static Stream<Row> rows(Finding finding) {
        var neighbours = finding.outlook().neighbours();
        return IntStream.range(0, neighbours.size()).mapToObj(i -> row(finding.claim(), i + 1, neighbours.get(i)));
    }

    private static Row row(Claim claim, int number, Neighbour n) {
        var subject = n.subject();
        var ofPlace = subject.ofPlace();
        var possible = n.possible();
        var high = possible == null ? null : possible.high();
        return RowFactory.create(
                claim.id(),
                number,
                n.name(),
                subject.institution().name(),
                subject.resources().name(),
                subject.stage().name(),
                subject.place().text(),
                ofPlace == null ? null : ofPlace.text(),
                subject.period().text(),
                n.countedBy(),
                possible == null ? null : possible.low().plain(),
                high == null ? null : high.plain(),
                claim.figure().unit().name().toLowerCase(Locale.ROOT),
                n.verdict().name(),
                n.isBest());
    }

    static Neighbour neighbour(Claim claim, Row row) {
        return new Neighbour(
                text(row, Neighbours.NAME),
                subject(claim, row),
                text(row, Neighbours.COUNTED_BY),
                possible(row),
                Verdict.valueOf(text(row, Neighbours.VERDICT)),
                row.getBoolean(Neighbours.TABLE.index(Neighbours.IS_BEST)));
    }

    /** The years that a growth is measured against move with its own. */
    private static Subject subject(Claim claim, Row row) {
        var period = Period.parse(text(row, Neighbours.PERIOD));
        var against = claim.against();
        var years = period.from() - claim.period().from();
        return claim.subject()
                .by(Institution.valueOf(text(row, Claims.INSTITUTION)))
                .from(Resources.valueOf(text(row, Claims.RESOURCES)))
                .at(Stage.valueOf(text(row, Claims.STAGE)))
                .within(Place.parse(text(row, Claims.PLACE)))
                .during(period)
                .against(against == null ? null : against.later(years));
    }

    private static @Nullable Interval possible(Row row) {
        var low = value(row, Findings.LOW);
        var high = value(row, Findings.HIGH);
        return low == null ? null : Interval.closed(Quotient.parse(low), high == null ? null : Quotient.parse(high));
    }

    private static String text(Row row, Field field) {
        var text = value(row, field);
        return text == null ? "" : text;
    }

    private static @Nullable String value(Row row, Field field) {
        return row.getString(Neighbours.TABLE.index(field));
    }
}
