package kirchberg.domain.neighbour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.counting.CountingKey;

/**
 * Another reading of what a figure speaks of.
 *
 * @param key what operations are counted by
 */
record Variation(Subject subject, CountingKey key) {
    private static final List<Institution> INSTITUTIONS = List.of(Institution.EIB, Institution.EIF, Institution.GROUP);
    private static final List<Place> PLACES = List.of(Place.WORLD, Place.EU, Place.NON_EU);
    private static final int MOST_CHANGES = 3;

    /**
     * All of them, in a fixed order: first one change at a time (institution, place, resources, year, stage, counting
     * key), then two of the first three, then all three. None is the subject itself in other words, and none comes
     * twice.
     */
    static List<Variation> of(Subject own) {
        var found = new LinkedHashMap<Subject, Variation>();
        Consumer<Subject> add = s -> found.putIfAbsent(inSubstance(s), new Variation(s, CountingKey.OPERATION));
        add.accept(own);
        scopes(own, 1).forEach(add);
        Stream.of(later(own, -1), later(own, 1)).forEach(add);
        Stream.of(Stage.values()).map(own::at).forEach(add);
        var single = new ArrayList<>(found.values());
        for (var changes = 2; changes <= MOST_CHANGES; changes++) {
            scopes(own, changes).forEach(add);
        }
        var more = new ArrayList<>(found.values()).subList(single.size(), found.size());
        return Stream.of(single.subList(1, single.size()), keys(own), more)
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<Subject> scopes(Subject own, int changes) {
        return institutions(own)
                .flatMap(i -> places(own)
                        .flatMap(p -> Stream.of(Resources.values())
                                .map(r -> own.by(i).within(p).from(r))))
                .filter(s -> changes(own, s) == changes)
                .sorted((a, b) -> Integer.compare(rank(own, a), rank(own, b)));
    }

    private static int changes(Subject own, Subject other) {
        return (own.institution() == other.institution() ? 0 : 1)
                + (own.place().equals(other.place()) ? 0 : 1)
                + (own.resources() == other.resources() ? 0 : 1);
    }

    /** Institution before place before resources. */
    private static int rank(Subject own, Subject other) {
        return (own.institution() == other.institution() ? 4 : 0)
                + (own.place().equals(other.place()) ? 2 : 0)
                + (own.resources() == other.resources() ? 1 : 0);
    }

    /** What both institutions count is the same, whoever is asked. */
    private static Stream<Institution> institutions(Subject own) {
        return own.measure() == Measure.JOINT ? Stream.of(own.institution()) : INSTITUTIONS.stream();
    }

    /** A share of a place within itself is 1 and says nothing. */
    private static Stream<Place> places(Subject own) {
        return Stream.concat(PLACES.stream(), Stream.of(own.place())).distinct().filter(p -> !p.equals(own.ofPlace()));
    }

    private static Subject later(Subject own, int years) {
        var against = own.against();
        return own.during(own.period().later(years)).against(against == null ? null : against.later(years));
    }

    private static List<Variation> keys(Subject own) {
        return Stream.of(CountingKey.values())
                .filter(k -> own.measure().isOfOperations() && k != CountingKey.OPERATION)
                .map(k -> new Variation(own, k))
                .toList();
    }

    /** The EIF lends no mandates of the EIB: its own resources are all that it has. */
    private static Subject inSubstance(Subject subject) {
        return subject.institution() == Institution.EIF ? subject.from(Resources.ALL) : subject;
    }
}
