package kirchberg.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.settlement.Frontier.Limit;
import org.junit.jupiter.api.Test;

class FrontierTest {
    /** 100 of which nothing, all or anything between carries the label, or which does not belong at all. */
    private static final Unknown ANYTHING =
            new Unknown("a", BigDecimal.valueOf(100), List.of(corner(0, 100), corner(100, 100), Vertex.ORIGIN));

    /**
     * Labelled by 60 of 100 it lies at 0.6 and 20 above 0.4; leaving it out lies beneath that, though it is a corner.
     */
    @Test
    void a_corner_beneath_the_line_between_two_others_makes_nothing_cheaper() {
        var frontier = new Frontier(List.of(ANYTHING), value("0.4"), value("0.6"));
        assertThat(frontier.reaches(1, limit(20), limit(0))).isTrue();
        assertThat(frontier.reaches(1, limit(21), limit(0))).isFalse();
    }

    @Test
    void rows_that_may_all_be_missing_settle_nothing_while_sources_are_missing() {
        var rows = List.of(
                new Unknown("a", BigDecimal.valueOf(100), List.of(corner(80, 100), Vertex.ORIGIN)),
                new Unknown("b", BigDecimal.valueOf(100), List.of(corner(90, 100), Vertex.ORIGIN)));
        var said = Interval.closed(new BigDecimal("0.7"), new BigDecimal("0.95"));
        assertThat(Settlement.of(new Question(Vertex.ORIGIN, rows, said, false)))
                .isEqualTo(new Settlement.Prefixes(null, null));
        assertThat(Settlement.of(new Question(Vertex.ORIGIN, rows, said, true)))
                .isEqualTo(new Settlement.Prefixes(0L, 0L));
    }

    private static Vertex corner(long numerator, long denominator) {
        return new Vertex(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    private static Quotient value(String text) {
        return Quotient.of(new BigDecimal(text));
    }

    private static Limit limit(long amount) {
        return new Limit(BigDecimal.valueOf(amount), false);
    }
}
