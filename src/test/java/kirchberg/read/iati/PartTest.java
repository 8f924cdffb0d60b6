package kirchberg.read.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splitting an amount by weights, to the cent. */
final class PartTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @ParameterizedTest
    @CsvSource({
        "100, 1, 100.00",
        "0, 1 1, 0.00 0.00",
        "0.01, 1 1 1, 0.01 0.00 0.00",
        "-0.01, 1 1 1, -0.01 0.00 0.00",
        "10, 1 1 1, 3.34 3.33 3.33",
        "-10, 1 1 1, -3.34 -3.33 -3.33",
        "0.05, 0.1 0.2 0.3, 0.01 0.02 0.02",
        "9999999999999999.99, 50 50, 5000000000000000.00 4999999999999999.99",
        "1, 99.999999999 0.000000001, 1.00 0.00"
    })
    void an_amount_is_split_by_largest_remainder(String amount, String weights, String expected) {
        assertThat(Part.split(
                        new BigDecimal(amount),
                        parts(Stream.of(weights.split(" ")).map(BigDecimal::new).toList())))
                .isEqualTo(Stream.of(expected.split(" ")).map(BigDecimal::new).toList());
    }

    @Test
    void parts_add_up_and_differ_from_the_exact_share_by_less_than_a_cent() {
        var seed = Long.getLong("seed", 20_250_516L);
        for (var round = 0; round < 10_000; round++) {
            var random = new Random(seed + round);
            var amount = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), 2)
                    .remainder(new BigDecimal("1E16"));
            var weights = weights(random);
            var whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            var split = Part.split(amount, parts(weights));

            var why = "seed " + (seed + round) + ": " + amount + " by " + weights + " gave " + split;
            assertThat(split).as(why).hasSameSizeAs(weights);
            assertThat(split.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(why)
                    .isEqualByComparingTo(amount);
            for (var index = 0; index < weights.size(); index++) {
                // |part - amount x weight / whole| < 0.01, without a division
                var error = split.get(index).multiply(whole).subtract(amount.multiply(weights.get(index)));
                assertThat(error.abs()).as(why).isLessThan(CENT.multiply(whole));
            }
        }
    }

    /** One to twelve percentages of up to nine decimals that add up to about 100. */
    private static List<BigDecimal> weights(Random random) {
        var size = 1 + random.nextInt(12);
        var decimals = random.nextInt(10);
        var weights = new ArrayList<BigDecimal>();
        for (var index = 0; index < size; index++) {
            weights.add(new BigDecimal(1 + random.nextInt(1000)));
        }
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return weights.stream()
                .map(w -> w.multiply(new BigDecimal(100))
                        .divide(sum, MathContext.DECIMAL64)
                        .setScale(decimals, RoundingMode.UP))
                .toList();
    }

    private static List<Part> parts(List<BigDecimal> weights) {
        return weights.stream().map(w -> new Part(null, null, null, w)).toList();
    }
}
