package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;

/** Figures of one thing must leave a value in common; one relation for all figures of it. */
final class SameThing {
    private SameThing() {}

    private record Pair(Claim one, Claim other) {
        Agreement in(Strictness strictness) {
            var agreement = Agreement.of(Statement.said(one, strictness), Statement.said(other, strictness));
            return isFloorAndCeiling() && agreement == Agreement.TIGHT ? Agreement.AGREES : agreement;
        }

        boolean isFloorAndCeiling() {
            var hedges = List.of(one.hedge(), other.hedge());
            return hedges.contains(Hedge.AT_LEAST) && hedges.contains(Hedge.AT_MOST);
        }

        Optional<Interval> meeting(Strictness strictness) {
            return Statement.said(one, strictness).meeting(Statement.said(other, strictness));
        }
    }

    static Stream<Relation> among(Ledger ledger) {
        return ledger.complete().stream()
                .filter(s -> s.claims().size() > 1)
                .flatMap(s ->
                        Stream.concat(Stream.of(same(s).noted(elsewhere(s, ledger))), floorAndCeiling(s).stream()));
    }

    /** Whatever their subjects: the figures of a statement are figures of one thing. */
    static Relation same(Statement statement) {
        var pairs = pairs(statement.claims());
        var readings = Readings.of(s -> pairs.stream().map(p -> p.in(s)).reduce(Agreement.AGREES, Agreement::worse));
        var shown = readings.shown();
        var worst = readings.in(shown);
        var involved = pairs.stream()
                .filter(p -> p.in(shown) == worst)
                .flatMap(p -> Stream.of(p.one(), p.other()))
                .distinct()
                .toList();
        return Relation.of(Kind.SAME, involved, readings, sentence(involved, shown, worst))
                .noted(notes(involved));
    }

    private static List<Pair> pairs(List<Claim> claims) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < claims.size(); i++) {
            for (var other : claims.subList(i + 1, claims.size())) {
                pairs.add(new Pair(claims.get(i), other));
            }
        }
        return pairs;
    }

    private static String sentence(List<Claim> claims, Strictness shown, Agreement worst) {
        var each = claims.stream()
                .sorted(Comparator.comparing(
                                (Claim c) -> Statement.said(c, shown).low())
                        .thenComparing(Claim::id))
                .map(c -> Phrases.printed(c) + " is " + Values.text(Statement.said(c, shown), Statement.unit(c)))
                .distinct()
                .collect(Collectors.joining(", "));
        var end = switch (worst) {
            case CONTRADICTS -> ": no value fits them all";
            case TIGHT -> ": one value alone fits them all, at the edge of their roundings";
            default -> ": there are values that fit them all";
        };
        return each + end;
    }

    /** Texts of different days may speak of different states of one year. */
    private static String notes(List<Claim> claims) {
        var years = claims.stream()
                .map(c -> c.publication().date().getYear())
                .distinct()
                .sorted()
                .toList();
        return years.size() < 2
                ? ""
                : "printed from " + years.get(0) + " to " + years.get(years.size() - 1)
                        + ": a restatement or another definition may explain it";
    }

    /** Where the figure of a claim that fits no other is printed of another scope as well. */
    private static String elsewhere(Statement statement, Ledger ledger) {
        if (statement.unit() != Unit.EUR || same(statement).agreement() != Agreement.CONTRADICTS) {
            return "";
        }
        return ledger.statements(other -> isBeside(statement.subject(), other))
                .flatMap(s -> s.claims().stream())
                .filter(c -> statement.claims().stream().anyMatch(own -> isSameFigure(own, c)))
                .map(c -> c.figure().printed() + " is also printed of " + Phrases.scope(c.subject()) + " (" + c.id()
                        + ")")
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static boolean isBeside(Subject subject, Subject other) {
        return !other.equals(subject)
                && (other.by(subject.institution()).equals(subject)
                        || other.from(subject.resources()).equals(subject)
                        || other.at(subject.stage()).equals(subject));
    }

    private static boolean isSameFigure(Claim one, Claim other) {
        return one.figure().value().compareTo(other.figure().value()) == 0;
    }

    private static Optional<Relation> floorAndCeiling(Statement statement) {
        var pairs = pairs(statement.claims()).stream()
                .filter(Pair::isFloorAndCeiling)
                .filter(p -> p.meeting(Strictness.CONVENTIONAL)
                        .filter(Interval::isPoint)
                        .isPresent())
                .toList();
        return pairs.isEmpty() ? Optional.empty() : Optional.of(exactly(pairs));
    }

    private static Relation exactly(List<Pair> pairs) {
        var claims = pairs.stream()
                .flatMap(p -> Stream.of(p.one(), p.other()))
                .distinct()
                .toList();
        var one = pairs.get(0).one();
        var sentence = Phrases.printed(new Statement(one.subject(), claims)) + " leave exactly "
                + Values.text(pairs.get(0).meeting(Strictness.CONVENTIONAL).orElseThrow(), Statement.unit(one));
        var oneText = pairs.stream()
                .anyMatch(p -> p.one()
                        .publication()
                        .id()
                        .equals(p.other().publication().id()));
        return Relation.of(Kind.FLOOR_AND_CEILING, claims, Readings.of(s -> Agreement.AGREES), sentence)
                .noted(oneText ? "one text says both: a floor and a ceiling contradict each other in sense" : "")
                .remarked();
    }
}
