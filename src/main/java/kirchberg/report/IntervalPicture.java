package kirchberg.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.finding.Strictness;

/**
 * What was said over what was computed, drawn in letters on one axis that shows the ends of all of them and little
 * more: {@code =} what the words allow, {@code #} what the data allow, {@code >} no upper end.
 */
final class IntervalPicture {
    /** Digits to which places are computed: far more than a picture shows. */
    private static final int DIGITS = 20;

    private record Line(String name, String mark, Interval interval, String text) {}

    private final BigDecimal from;
    private final BigDecimal to;
    private final int room;

    private IntervalPicture(List<Line> lines, int room) {
        var ends = lines.stream()
                .flatMap(l -> Stream.of(l.interval().low(), l.interval().high()))
                .flatMap(Stream::ofNullable)
                .map(q -> q.rounded(DIGITS, RoundingMode.HALF_UP))
                .toList();
        var least = ends.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
        var most = ends.stream().reduce(BigDecimal::max).orElse(BigDecimal.ONE);
        var margin = most.subtract(least).max(most.abs().movePointLeft(3)).movePointLeft(1);
        this.room = room;
        this.from = least.signum() >= 0 ? least.subtract(margin).max(BigDecimal.ZERO) : least.subtract(margin);
        this.to = most.add(margin).max(from.add(new BigDecimal("0.000001")));
    }

    /**
     * Name, picture and value of each line, to be set under one another; empty where nothing was computed.
     *
     * @param room letters of the picture
     */
    static List<List<String>> of(ClaimText claim, int room) {
        var computed = claim.years().isEmpty()
                ? line("The data", claim).stream().toList()
                : claim.years().stream()
                        .flatMap(y -> line("Data, " + y.year(), y).stream())
                        .toList();
        if (computed.isEmpty() || claim.finding().said().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(said(claim));
        lines.addAll(computed);
        var picture = new IntervalPicture(lines, room);
        return lines.stream()
                .map(l -> List.of(l.name(), picture.drawn(l), l.text()))
                .toList();
    }

    private static Optional<Line> line(String name, ClaimText claim) {
        return Optional.ofNullable(claim.finding().evidence())
                .map(e -> new Line(name, "#", e.possible(), claim.computed()));
    }

    private static List<Line> said(ClaimText claim) {
        var said = claim.finding().said();
        var unit = claim.claim().figure().unit();
        if (said.values().stream().distinct().count() == 1) {
            var only = said.values().iterator().next();
            return List.of(new Line("Said", "=", only, Numbers.said(only, unit)));
        }
        return Arrays.stream(Strictness.values())
                .flatMap(s -> Stream.ofNullable(said.get(s))
                        .map(i -> new Line(IntervalChart.name(s), "=", i, Numbers.said(i, unit))))
                .toList();
    }

    private String drawn(Line line) {
        var low = column(line.interval().low());
        var end = line.interval().high();
        var high = Math.max(low, end == null ? room - 1 : column(end));
        var body = line.mark().repeat(high - low + 1);
        var drawn = ".".repeat(low) + (end == null ? body.substring(1) + ">" : body);
        return drawn + ".".repeat(Math.max(0, room - drawn.length()));
    }

    private int column(Quotient value) {
        var place = value.rounded(DIGITS, RoundingMode.HALF_UP).subtract(from);
        return place.multiply(BigDecimal.valueOf(room - 1L))
                .divide(to.subtract(from), 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(room - 1L))
                .intValueExact();
    }

    /** A bar that is filled in part. */
    static String filled(Quotient part, int room) {
        var atMost = part.compareTo(Quotient.ONE) > 0 ? Quotient.ONE : part;
        var full = atMost.rounded(DIGITS, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(room))
                .setScale(0, RoundingMode.DOWN)
                .max(BigDecimal.ZERO)
                .intValueExact();
        return "[" + "#".repeat(full) + ".".repeat(room - full) + "]";
    }
}
