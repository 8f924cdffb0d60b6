package kirchberg.domain.judgement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.source.Coverage;

/**
 * A part of a claim's scope that no complete source covers.
 *
 * @param institution EIB or EIF, or COMMISSION, which no source covers
 * @param from first day without a source
 * @param to last day, included
 */
record Gap(Institution institution, Place place, LocalDate from, LocalDate to) {

    /** What is missing of a claim until a day, by institution, place and date. */
    static List<Gap> of(Claim claim, List<Coverage> coverages, LocalDate until) {
        var from = LocalDate.of(claim.period().from(), 1, 1);
        return institutions(claim.institution())
                .flatMap(
                        i -> places(claim.place(), new Gap(i, claim.place(), from, until), usable(claim, i, coverages)))
                .toList();
    }

    /** The gap as people read it: the EIF in 2024, disbursements of the EIB in 2023. */
    String text(Stage stage) {
        return texts(List.of(this), stage);
    }

    /** Several gaps in as few words as they take: the EIB and the EIF in 2018 and in 2019. */
    static String texts(List<Gap> gaps, Stage stage) {
        var whose = new LinkedHashMap<List<String>, List<String>>();
        gaps.forEach(g -> listed(whose, List.of(g.where(), g.when()), "the " + g.institution));
        var when = new LinkedHashMap<String, List<String>>();
        whose.forEach(
                (scope, institutions) -> listed(when, String.join(" and ", institutions) + scope.get(0), scope.get(1)));
        return when.entrySet().stream()
                .map(e -> what(stage) + e.getKey() + " " + String.join(" and ", e.getValue()))
                .collect(Collectors.joining(" and "));
    }

    private static <K> void listed(Map<K, List<String>> lists, K key, String value) {
        lists.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    /** Contracts are what a source is taken to hold; of other stages the text says so. */
    private static String what(Stage stage) {
        return switch (stage) {
            case SIGNED -> "";
            case APPROVED -> "approvals of ";
            case DISBURSED -> "disbursements of ";
        };
    }

    private String where() {
        return place.equals(Place.WORLD) ? "" : " " + place.words();
    }

    private String when() {
        var wholeYears = from.getDayOfYear() == 1 && to.equals(LocalDate.of(to.getYear(), 12, 31));
        if (!wholeYears) {
            return "from " + from + " to " + to;
        }
        return from.getYear() == to.getYear()
                ? "in " + from.getYear()
                : "from " + from.getYear() + " to " + to.getYear();
    }

    private static Stream<Institution> institutions(Institution claimed) {
        return claimed == Institution.GROUP ? Stream.of(Institution.EIB, Institution.EIF) : Stream.of(claimed);
    }

    private static List<Coverage> usable(Claim claim, Institution institution, List<Coverage> coverages) {
        return coverages.stream()
                .filter(Coverage::complete)
                .filter(c -> c.stage() == claim.stage())
                .filter(c -> c.institution() == institution || isGroupFor(institution, c))
                .sorted(Comparator.comparing(Coverage::from))
                .toList();
    }

    private static boolean isGroupFor(Institution institution, Coverage coverage) {
        return coverage.institution() == Institution.GROUP && institution != Institution.COMMISSION;
    }

    /** A place may be covered part by part; what is missing of all parts alike is missing of the place. */
    private static Stream<Gap> places(Place place, Gap whole, List<Coverage> coverages) {
        var missing = parts(place).map(part -> days(whole.at(part), coverages)).toList();
        var alike = missing.stream()
                .map(gaps -> gaps.stream().map(g -> g.at(place)).toList())
                .distinct()
                .toList();
        return alike.size() == 1 ? alike.get(0).stream() : missing.stream().flatMap(List::stream);
    }

    private static Stream<Place> parts(Place place) {
        return switch (place.kind()) {
            case WORLD -> Stream.of(Place.EU, Place.NON_EU);
            case COUNTRIES -> place.countryCodes().stream().map(code -> new Place(Place.Kind.COUNTRY, code));
            case EU, NON_EU, COUNTRY, REGION -> Stream.of(place);
        };
    }

    private Gap at(Place other) {
        return new Gap(institution, other, from, to);
    }

    private static List<Gap> days(Gap whole, List<Coverage> sorted) {
        var gaps = new ArrayList<Gap>();
        var next = whole.from;
        for (var c : sorted) {
            if (!c.place().holds(whole.place)) {
                continue;
            }
            if (c.from().isAfter(next)) {
                whole.add(gaps, next, c.from().minusDays(1));
            }
            next = c.to().isBefore(next) ? next : c.to().plusDays(1);
        }
        whole.add(gaps, next, whole.to);
        return gaps;
    }

    private void add(List<Gap> gaps, LocalDate first, LocalDate last) {
        var end = last.isAfter(to) ? to : last;
        if (!first.isAfter(end)) {
            gaps.add(new Gap(institution, place, first, end));
        }
    }
}
