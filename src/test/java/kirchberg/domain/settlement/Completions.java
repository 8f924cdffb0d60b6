package kirchberg.domain.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;

/** Answers of a question by going through what the rows may turn out to bring, one after the other. */
final class Completions {
    private final Question question;
    private final List<Quotient> borders;

    Completions(Question question) {
        this.question = question;
        this.borders = Stream.concat(
                        Stream.of(question.said().low()),
                        Stream.ofNullable(question.said().high()))
                .toList();
    }

    /** All sums of corners of some rows. */
    List<Vertex> sums(int from, int to) {
        var sums = List.of(Vertex.ORIGIN);
        for (var row : question.rows().subList(from, to)) {
            sums = sums.stream()
                    .flatMap(sum -> row.corners().stream().map(sum::plus))
                    .distinct()
                    .toList();
        }
        return sums;
    }

    private Vertex known() {
        return question.known();
    }

    private int size() {
        return question.rows().size();
    }

    /** Whether all completions that remain lie inside, or all outside; so it is where there is none. */
    boolean isSettledAt(int first, Vertex bring, BigDecimal times) {
        var values = sums(first, size()).stream()
                .map(rest -> plus(bring, times(known().plus(rest), times)))
                .filter(c -> c.denominator().signum() > 0)
                .map(c -> new Quotient(c.numerator(), c.denominator()))
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return true;
        }
        var possible = Interval.closed(values.get(0), values.get(values.size() - 1));
        return question.said().contains(possible) || question.said().isDisjoint(possible);
    }

    /** Whether the first rows may turn out so that the answer is there. */
    boolean maySettle(int first) {
        var sums = sums(0, first);
        return sums.stream().anyMatch(p -> isSettledAt(first, p, BigDecimal.ONE)) || mayLieInside(first, sums);
    }

    /** Sums of corners, and every point on a line between two of them at which a border is met by what remains. */
    boolean mustSettle(int first) {
        var sums = sums(0, first);
        var isSettled = sums.stream().allMatch(p -> isSettledAt(first, p, BigDecimal.ONE));
        return isSettled && borders.stream().allMatch(c -> mustSettle(first, sums, c));
    }

    private boolean mustSettle(int first, List<Vertex> sums, Quotient border) {
        var rests = above(sums(first, size()), border);
        var least = rests.get(0).negate();
        var most = rests.get(rests.size() - 1).negate();
        var middle = least.add(most).divide(new BigDecimal(2));
        var base = known().above(border);
        for (var target : List.of(least, most, middle)) {
            for (var a : sums) {
                for (var b : sums) {
                    var from = target.subtract(base).subtract(a.above(border));
                    var width = b.above(border).subtract(a.above(border));
                    var isBetween = from.signum() > 0 && from.compareTo(width) < 0;
                    if (isBetween && !isSettledAt(first, on(a, b, from, width), width)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** a x (width - from) + b x from: the point at from / width of the way, times the width. */
    private static Vertex on(Vertex a, Vertex b, BigDecimal from, BigDecimal width) {
        return plus(times(a, width.subtract(from)), times(b, from));
    }

    private static Vertex plus(Vertex a, Vertex b) {
        return a.plus(b);
    }

    private static Vertex times(Vertex corner, BigDecimal factor) {
        return new Vertex(
                corner.numerator().multiply(factor), corner.denominator().multiply(factor));
    }

    private static List<BigDecimal> above(List<Vertex> corners, Quotient border) {
        return corners.stream().map(c -> c.above(border)).sorted().toList();
    }

    /** A position above the lower border, and one above the upper one as a quotient. */
    private record Place(BigDecimal lower, Quotient upper) {}

    /** The part of the area that lies high enough is spanned by its corners and by where lines cut its edge. */
    private boolean mayLieInside(int first, List<Vertex> sums) {
        if (borders.size() < 2) {
            return false;
        }
        var rests = sums(first, size());
        var need = known().above(borders.get(0))
                .add(above(rests, borders.get(0)).get(0))
                .negate();
        var uppers = above(rests, borders.get(1));
        var allow = Quotient.of(
                known().above(borders.get(1)).add(uppers.get(uppers.size() - 1)).negate());
        var places = new ArrayList<Place>();
        for (var a : sums) {
            if (a.above(borders.get(0)).compareTo(need) >= 0) {
                places.add(new Place(a.above(borders.get(0)), Quotient.of(a.above(borders.get(1)))));
            }
            sums.forEach(b -> cut(a, b, need).ifPresent(q -> places.add(new Place(need, q))));
        }
        return isMet(places, need, allow);
    }

    private Optional<Quotient> cut(Vertex a, Vertex b, BigDecimal need) {
        var from = need.subtract(a.above(borders.get(0)));
        var width = b.above(borders.get(0)).subtract(a.above(borders.get(0)));
        if (from.signum() <= 0 || from.compareTo(width) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Quotient(on(a, b, from, width).above(borders.get(1)), width));
    }

    private boolean isMet(List<Place> places, BigDecimal need, Quotient allow) {
        if (places.isEmpty()) {
            return false;
        }
        var lowOpen = question.said().lowOpen();
        var least = places.stream().map(Place::upper).sorted().toList().get(0);
        var isLess = least.compareTo(allow) < 0;
        var isFurther = places.stream().anyMatch(p -> p.lower().compareTo(need) > 0);
        if (isLess) {
            return !lowOpen || isFurther;
        }
        return least.equals(allow)
                && !question.said().highOpen()
                && places.stream()
                        .filter(p -> p.upper().equals(allow))
                        .anyMatch(p -> !lowOpen || p.lower().compareTo(need) > 0);
    }
}
