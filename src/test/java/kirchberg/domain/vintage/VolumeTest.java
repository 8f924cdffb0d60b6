package kirchberg.domain.vintage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VolumeTest {
    @ParameterizedTest
    @CsvSource({
        "95,  950, 5, false", // at the limit
        "94,  950, 5, true", // one record beyond it
        "95,  949.99, 5, true", // one cent beyond it
        "200, 949.99, 5, true", // more records, less money
        "100, 1000, 0, false",
        "99,  1000, 0, true",
        "0,   0, 100, false",
    })
    void a_source_has_shrunk_if_records_or_money_fell_by_more_than_the_limit(
            long records, BigDecimal eur, BigDecimal percent, boolean shrunk) {
        var before = List.of(volume("list", 100, "1000"));
        var now = List.of(new Volume("list", records, eur));
        assertThat(Volume.shrunk(before, now, percent.movePointLeft(2))).hasSize(shrunk ? 1 : 0);
    }

    @Test
    void both_numbers_are_told() {
        assertThat(Volume.shrunk(
                        List.of(volume("list", 100, "1000.00")), List.of(volume("list", 50, "400.00")), part("0.05")))
                .containsExactly(
                        "list has 50 records and EUR 400.00, the standing release has 100 records and EUR 1000.00");
    }

    @Test
    void two_sources_of_one_data_set_are_compared_together() {
        var before = List.of(volume("list", 100, "1000"), volume("list", 100, "1000"));
        var now = List.of(volume("list", 150, "1500"), volume("list", 50, "500"));
        assertThat(Volume.shrunk(before, now, part("0.05"))).isEmpty();
    }

    @Test
    void a_data_set_that_comes_or_goes_has_not_shrunk() {
        assertThat(Volume.shrunk(List.of(volume("old", 9, "9")), List.of(volume("new", 1, "1")), part("0.05")))
                .isEmpty();
    }

    private static Volume volume(String dataset, long records, String eur) {
        return new Volume(dataset, records, new BigDecimal(eur));
    }

    private static BigDecimal part(String part) {
        return new BigDecimal(part);
    }
}
