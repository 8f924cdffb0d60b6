package kirchberg.domain.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kirchberg.domain.Quotient;

/**
 * How far above a lower value the first rows can bring a figure, while it stays below an upper one. Each row begins
 * where it brings most above the lower value; what has to be given up to stay below the upper one is taken first where
 * it costs least: along the edges of the areas, in the order of their slopes. Areas are convex, so this is the optimum.
 */
final class Frontier {
    private final BigDecimal[] lower;
    private final BigDecimal[] upper;
    private final List<Edge> edges = new ArrayList<>();

    /** A row's position above the lower and the upper value. */
    private record Point(BigDecimal lower, BigDecimal upper) {}

    /**
     * A way to give up something.
     *
     * @param row index of the row
     * @param cost what is lost above the lower value, above zero
     * @param gain what is won below the upper value, above zero
     */
    private record Edge(int row, BigDecimal cost, BigDecimal gain) {}

    private static final Comparator<Edge> CHEAPEST_FIRST =
            (a, b) -> a.cost.multiply(b.gain).compareTo(b.cost.multiply(a.gain));

    private static final Comparator<Point> RISING =
            Comparator.comparing(Point::upper).thenComparing(Point::lower);

    Frontier(List<Unknown> rows, Quotient lowerValue, Quotient upperValue) {
        lower = new BigDecimal[rows.size() + 1];
        upper = new BigDecimal[rows.size() + 1];
        lower[0] = BigDecimal.ZERO;
        upper[0] = BigDecimal.ZERO;
        for (var i = 0; i < rows.size(); i++) {
            var way = way(rows.get(i), lowerValue, upperValue);
            var best = way.get(way.size() - 1);
            lower[i + 1] = lower[i].add(best.lower);
            upper[i + 1] = upper[i].add(best.upper);
            addEdges(i, way);
        }
        edges.sort(CHEAPEST_FIRST);
    }

    /** The corners from the one least above the upper value to the one most above the lower, always turning right. */
    private static List<Point> way(Unknown row, Quotient lowerValue, Quotient upperValue) {
        var points = row.corners().stream()
                .map(c -> new Point(c.above(lowerValue), c.above(upperValue)))
                .sorted(RISING)
                .toList();
        var way = new ArrayList<Point>();
        for (var point : points) {
            if (way.isEmpty() || point.lower.compareTo(way.get(way.size() - 1).lower) > 0) {
                dropBehind(way, point);
                way.add(point);
            }
        }
        return way;
    }

    /** Takes back what lies beneath the line to a new point, or on it, or has the same upper and a smaller lower. */
    private static void dropBehind(List<Point> way, Point next) {
        while (!way.isEmpty() && isBehind(way, next)) {
            way.remove(way.size() - 1);
        }
    }

    private static boolean isBehind(List<Point> way, Point next) {
        var last = way.get(way.size() - 1);
        if (last.upper.compareTo(next.upper) == 0) {
            return true;
        }
        return way.size() > 1
                && CHEAPEST_FIRST.compare(edge(0, way.get(way.size() - 2), last), edge(0, last, next)) <= 0;
    }

    private static Edge edge(int row, Point from, Point to) {
        return new Edge(row, to.lower.subtract(from.lower), to.upper.subtract(from.upper));
    }

    private void addEdges(int row, List<Point> way) {
        for (var i = 1; i < way.size(); i++) {
            edges.add(edge(row, way.get(i - 1), way.get(i)));
        }
    }

    /**
     * Whether the first rows can lie this far above the lower value and not above the upper one by more than allowed.
     *
     * @param needed at least this far above the lower value
     * @param allowed at most this far above the upper value
     */
    boolean reaches(int first, Limit needed, Limit allowed) {
        var spare = lower[first].subtract(needed.amount);
        var tooMuch = upper[first].subtract(allowed.amount);
        if (tooMuch.signum() < 0 || (tooMuch.signum() == 0 && !allowed.isOpen)) {
            return isEnough(spare, needed.isOpen);
        }
        var isOpen = needed.isOpen || allowed.isOpen;
        return canGiveUp(first, new Limit(tooMuch, allowed.isOpen), new Limit(spare, isOpen));
    }

    /** An edge that is only begun is paid for in part; all is multiplied by its gain, so that nothing is divided. */
    private boolean canGiveUp(int first, Limit tooMuch, Limit spare) {
        var left = tooMuch.amount;
        var budget = spare.amount;
        for (var edge : edges) {
            if (edge.row >= first) {
                continue;
            }
            if (left.compareTo(edge.gain) < 0) {
                var rest = budget.multiply(edge.gain).subtract(edge.cost.multiply(left));
                return isEnough(rest, spare.isOpen);
            }
            left = left.subtract(edge.gain);
            budget = budget.subtract(edge.cost);
        }
        return left.signum() == 0 && !tooMuch.isOpen && isEnough(budget, spare.isOpen);
    }

    private static boolean isEnough(BigDecimal spare, boolean isOpen) {
        return isOpen ? spare.signum() > 0 : spare.signum() >= 0;
    }

    /**
     * A distance that is to be kept.
     *
     * @param isOpen whether keeping it exactly is not enough
     */
    record Limit(BigDecimal amount, boolean isOpen) {}
}
