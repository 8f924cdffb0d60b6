package kirchberg.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Strictness;
import org.jspecify.annotations.Nullable;

/**
 * Bands of what was said over the bar of what was computed, on one axis. Positions along the axis are per cent of its
 * width, so that the chart fits a telephone without shrinking its letters; heights are pixels.
 *
 * @param label what the picture says, for those who hear it
 * @param bars from top to bottom
 * @param ticks marks of the axis
 * @param height of the whole, in pixels
 */
record IntervalChart(String label, List<Bar> bars, List<Tick> ticks, int height) {
    private static final int STEP = 44;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal LEAST_WIDTH = new BigDecimal("0.60");

    /**
     * One interval.
     *
     * @param top upper edge of its name, in pixels
     * @param from left end, in per cent
     * @param width in per cent
     * @param endless whether it has no upper limit
     * @param point whether it is a single value
     */
    record Bar(
            String name,
            String text,
            String style,
            int top,
            BigDecimal from,
            BigDecimal width,
            boolean endless,
            boolean point) {}

    /** A mark of the axis: place in per cent, and how its text is anchored there. */
    record Tick(BigDecimal at, String anchor, String text) {}

    private record Line(String name, String text, String style, Interval interval) {}

    /** The chart of a claim, with a bar per year where it speaks of each; null where nothing was computed. */
    static @Nullable IntervalChart of(ClaimText claim) {
        var computed = computed(claim);
        var lines = said(claim);
        if (computed.isEmpty() || lines.isEmpty()) {
            return null;
        }
        lines.addAll(computed);
        var unit = claim.claim().figure().unit();
        var most = axisEnd(lines, unit);
        var label =
                "Said: " + claim.allowed() + ". Computed: " + claim.computed() + ". The table below has the values.";
        var bars = IntStream.range(0, lines.size())
                .mapToObj(i -> bar(lines.get(i), i * STEP, most))
                .toList();
        return new IntervalChart(label, bars, ticks(most, unit), lines.size() * STEP + 26);
    }

    private static List<Line> computed(ClaimText claim) {
        var evidence = claim.finding().evidence();
        if (evidence != null) {
            return List.of(computed("Computed", claim, evidence));
        }
        return claim.years().stream()
                .flatMap(y ->
                        Stream.ofNullable(y.finding().evidence()).map(e -> computed("Computed, " + y.year(), y, e)))
                .toList();
    }

    private static Line computed(String name, ClaimText claim, Evidence evidence) {
        var style = evidence.possible().high() == null ? "unsure" : "computed";
        return new Line(name, claim.computed(), style, evidence.possible());
    }

    private static List<Line> said(ClaimText claim) {
        var said = claim.finding().said();
        if (said.values().stream().distinct().count() == 1) {
            var only = said.values().iterator().next();
            return new ArrayList<>(List.of(new Line("Every reading", claim.allowed(), "conventional", only)));
        }
        var unit = claim.claim().figure().unit();
        return new ArrayList<>(Arrays.stream(Strictness.values())
                .flatMap(s -> Stream.ofNullable(said.get(s)).map(i -> line(s, i, unit)))
                .toList());
    }

    private static Line line(Strictness strictness, Interval interval, Unit unit) {
        var style = strictness.name().toLowerCase(Locale.ROOT);
        return new Line(name(strictness), Numbers.said(interval, unit), style, interval);
    }

    static String name(Strictness strictness) {
        return switch (strictness) {
            case STRICT -> "To the letter";
            case CONVENTIONAL -> "Careful reader";
            case LENIENT -> "Generous";
        };
    }

    private static Bar bar(Line line, int top, BigDecimal most) {
        var from = percent(line.interval().low(), most);
        var high = line.interval().high();
        var to = high == null ? HUNDRED.setScale(2) : percent(high, most);
        var width = to.subtract(from).max(LEAST_WIDTH);
        var left = from.min(HUNDRED.subtract(width));
        var point = Numbers.isPoint(line.interval());
        return new Bar(line.name(), line.text(), line.style(), top, left, width, high == null, point);
    }

    /** Place on the axis, between 0 and 100. */
    static BigDecimal percent(Quotient value, BigDecimal most) {
        var scaled = new Quotient(
                value.numerator().multiply(HUNDRED), value.denominator().multiply(most));
        return scaled.rounded(2, RoundingMode.HALF_UP).max(BigDecimal.ZERO).min(HUNDRED.setScale(2));
    }

    private static BigDecimal axisEnd(List<Line> lines, Unit unit) {
        var greatest = lines.stream()
                .flatMap(l -> Stream.of(
                        l.interval().low(),
                        l.interval().high() == null
                                ? Quotient.ZERO
                                : l.interval().high()))
                .map(q -> q.rounded(6, RoundingMode.CEILING))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        if (unit == Unit.SHARE && greatest.compareTo(BigDecimal.ONE) <= 0) {
            return BigDecimal.ONE;
        }
        return roundEnd(greatest.max(new BigDecimal("0.000001")));
    }

    /** The least of 1, 2, 4, 5, 8, 10 times a power of ten that leaves a little room after the value. */
    static BigDecimal roundEnd(BigDecimal value) {
        var power = value.precision() - value.scale() - 1;
        return Stream.of("1", "1.2", "1.6", "2", "3", "4", "5", "6", "8", "10", "12")
                .map(f -> new BigDecimal(f).scaleByPowerOfTen(power))
                .filter(end -> end.compareTo(value.multiply(new BigDecimal("1.02"))) >= 0)
                .findFirst()
                .orElse(value);
    }

    /** Quarters of the axis; the last one says the unit, and needs the room of its neighbour if that is EUR. */
    private static List<Tick> ticks(BigDecimal most, Unit unit) {
        var numbers = unit == Unit.EUR ? List.of("0", "50") : List.of("0", "25", "50", "75");
        var scale = Numbers.Scale.of(unit, most);
        var end = new Tick(HUNDRED, "end", Numbers.said(Interval.closed(most, most), unit));
        var others = Stream.of("0", "25", "50", "75").map(at -> {
            var place = new BigDecimal(at);
            var text = numbers.contains(at) ? scale.exact(new Quotient(most.multiply(place), HUNDRED)) : "";
            return new Tick(place, at.equals("0") ? "start" : "middle", text);
        });
        return Stream.concat(others, Stream.of(end)).toList();
    }
}
