package kirchberg.domain.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import kirchberg.domain.overlap.ListComparison.Part;
import kirchberg.domain.overlap.ListComparison.Result;
import org.junit.jupiter.api.Test;

final class ListComparisonTest {
    @Test
    void each_operation_of_either_side_is_in_one_part() {
        var comparison = new ListComparison(Map.of(
                "same", new BigDecimal("100"),
                "more", new BigDecimal("250"),
                "less", new BigDecimal("10"),
                "unsigned", new BigDecimal("0.00"),
                "listed", new BigDecimal("7")));
        comparison.financed("same", new BigDecimal("100.00"));
        comparison.financed("more", new BigDecimal("200")); // 50 less than listed
        comparison.financed("less", new BigDecimal("12.50")); // 2.50 more than listed
        comparison.financed("financed", new BigDecimal("3"));

        var result = comparison.result();

        assertThat(result)
                .isEqualTo(new Result(
                        new Part(1, new BigDecimal("100.00")),
                        new Part(2, new BigDecimal("52.50")), // 50 + 2.50: differences do not cancel out
                        new Part(1, new BigDecimal("7")),
                        new Part(1, new BigDecimal("3"))));
        assertThat(result.text())
                .isEqualTo("operations whose listed amount equals the sum of their signed financings: 1 (EUR 100.00);"
                        + " differs: 2, by EUR 52.50 in all; signed in the list only: 1 (EUR 7);"
                        + " in the financings only: 1 (EUR 3)");
    }
}
