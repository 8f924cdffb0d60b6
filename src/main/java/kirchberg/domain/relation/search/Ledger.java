package kirchberg.domain.relation.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.relation.Statement;

/**
 * What was published, by what it speaks of. A claim about each of several years stands once for every year. Left out
 * are aims, because an outcome beside them contradicts nothing; what nobody printed; and what no portfolio can decide,
 * unless it is a count, because its words narrow the amount in a way that its subject cannot say.
 */
final class Ledger {
    private final Map<Subject, Statement> all = new HashMap<>();
    private final Map<Subject, Statement> bySubject = new HashMap<>();
    private final List<Statement> statements;

    Ledger(List<Claim> claims) {
        claims.stream()
                .filter(Ledger::isComparable)
                .flatMap(Ledger::yearByYear)
                .collect(Collectors.groupingBy(Claim::subject))
                .forEach((subject, group) -> all.put(subject, new Statement(subject, group)));
        all.forEach((subject, statement) -> bySubject.put(subject, statement.reliable()));
        statements = sorted(bySubject);
    }

    private static List<Statement> sorted(Map<Subject, Statement> statements) {
        return statements.values().stream()
                .sorted(Comparator.comparing((Statement s) -> s.claims().get(0).id())
                        .thenComparing(s -> s.subject().period().from()))
                .toList();
    }

    private static boolean isComparable(Claim claim) {
        return claim.hedge() != Hedge.TARGET
                && claim.grade() != Grade.DERIVED
                && (claim.outOfReach() == null || claim.measure() == Measure.COUNT);
    }

    private static Stream<Claim> yearByYear(Claim claim) {
        return claim.period().each()
                ? claim.period().years().stream().map(year -> claim.during(Period.year(year)))
                : Stream.of(claim);
    }

    /** Every statement with all its claims, in an order that does not depend on that of the claims. */
    List<Statement> complete() {
        return sorted(all);
    }

    /** Statements with the claims to go by. */
    Stream<Statement> statements(Predicate<Subject> wanted) {
        return statements.stream().filter(s -> wanted.test(s.subject()));
    }

    Optional<Statement> at(Subject subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** Statements about the same but for the institution, the place or the resources: one of the three. */
    List<Statement> besides(Subject subject) {
        return statements(other -> !other.equals(subject)
                        && (other.by(subject.institution()).equals(subject)
                                || other.within(subject.place()).equals(subject)
                                || other.from(subject.resources()).equals(subject)))
                .toList();
    }

    /**
     * Whether one subject is a part of the other or the same, as far as their scopes tell; labels are not looked at.
     */
    static boolean isWithin(Subject part, Subject whole) {
        return part.stage() == whole.stage()
                && isWithin(part.institution(), whole.institution())
                && (part.resources() == whole.resources() || whole.resources() == Resources.ALL)
                && isWithin(part.place(), whole.place())
                && isWithin(part.period(), whole.period());
    }

    private static boolean isWithin(Institution part, Institution whole) {
        return part == whole || (whole == Institution.GROUP && part != Institution.COMMISSION);
    }

    private static boolean isWithin(Place part, Place whole) {
        return whole.holds(part);
    }

    private static boolean isWithin(Period part, Period whole) {
        return whole.from() <= part.from() && part.to() <= whole.to();
    }
}
