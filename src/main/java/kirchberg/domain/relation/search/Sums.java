package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Place;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Reckoning;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;

/**
 * Parts that hold each euro once: sides of the Union, years. Numbers of operations are no such parts: one operation may
 * have rows on both sides and in several years.
 */
final class Sums {
    private static final Set<Measure> ADDITIVE = Set.of(Measure.AMOUNT, Measure.MOBILISED);

    private Sums() {}

    static Stream<Relation> among(Ledger ledger) {
        return ledger.statements(s -> ADDITIVE.contains(s.measure()))
                .flatMap(whole -> Stream.of(sides(whole, ledger), years(whole, ledger)))
                .flatMap(Optional::stream);
    }

    private static Optional<Relation> sides(Statement whole, Ledger ledger) {
        var subject = whole.subject();
        if (!subject.place().equals(Place.WORLD)) {
            return Optional.empty();
        }
        return ledger.at(subject.within(Place.EU))
                .flatMap(inside -> ledger.at(subject.within(Place.NON_EU))
                        .map(outside -> sum(List.of(inside, outside), whole, true)));
    }

    private static Optional<Relation> years(Statement whole, Ledger ledger) {
        var subject = whole.subject();
        var years = subject.period().years();
        var parts = years.stream()
                .flatMap(year -> year(subject, year, ledger).stream())
                .toList();
        return years.size() < 2 || parts.size() < 2
                ? Optional.empty()
                : Optional.of(sum(parts, whole, parts.size() == years.size()));
    }

    private static Optional<Statement> year(Subject subject, int year, Ledger ledger) {
        return ledger.at(subject.during(Period.year(year)));
    }

    /**
     * Whatever their subjects: the parts make the whole.
     *
     * @param complete false if there are other parts that nobody printed
     */
    static Relation sum(List<Statement> parts, Statement whole, boolean complete) {
        var readings = Readings.of(s ->
                Agreement.of(made(parts.stream().map(p -> p.said(s)).toList(), complete), whole.said(s)));
        var shown = readings.shown();
        var made = Reckoning.sum(parts.stream().map(p -> p.said(shown)).toList());
        var sentence = "the parts make " + Values.text(made, whole.unit())
                + (complete ? "" : " without those that nobody printed") + ", the whole is "
                + Values.text(whole.said(shown), whole.unit());
        var claims = new ArrayList<>(whole.claims());
        parts.forEach(p -> claims.addAll(p.claims()));
        return Relation.of(Kind.SUM, claims, readings, sentence);
    }

    private static Interval made(List<Interval> parts, boolean complete) {
        var sum = Reckoning.sum(parts);
        return complete ? sum : Reckoning.sum(sum, Interval.closed(Quotient.ZERO, null));
    }
}
