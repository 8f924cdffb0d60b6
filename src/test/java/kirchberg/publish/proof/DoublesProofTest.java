package kirchberg.publish.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.source.Accounting.Shared;
import kirchberg.publish.SmallPortfolio;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.PossibleDoubles;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

final class DoublesProofTest {
    @Test
    void a_row_in_two_pairs_may_be_counted_twice_once_only() {
        // c looks like a and like b: whichever it is, its 100 are too many once
        var proof = proof(pair("a", "c", Map.of()), pair("b", "c", Map.of()), pair("a", "b", Map.of()));
        List.of("a", "b", "c").forEach(id -> proof.accept(financing(id)));
        proof.complete();
        assertThat(proof.of("source of c")).isEqualTo(shared(1, "100.00"));
        assertThat(proof.of("source of b")).isEqualTo(shared(1, "100.00"));
        assertThat(proof.of("source of a")).isEqualTo(Shared.NOTHING);
    }

    @Test
    void a_pair_that_is_not_what_its_rows_say_is_caught() {
        var wrong = Map.<Field, Object>of(
                Financings.AMOUNT_EUR, new BigDecimal("100.01"),
                Financings.SIGNED_ON, LocalDate.of(2024, 5, 7),
                Financings.STAGE, "APPROVED",
                Financings.INSTITUTION, "EIF",
                Financings.COUNTRY, "France",
                PossibleDoubles.KEPT_SOURCE_ID, "another");
        wrong.forEach((field, value) -> assertThatThrownBy(
                        () -> proof(pair("a", "c", Map.of(field, value))).accept(financing("a")))
                .as(field.name())
                .hasMessageContaining("possible_doubles"));
    }

    @Test
    void a_pair_of_a_row_that_was_not_published_is_caught() {
        var proof = proof(pair("a", "c", Map.of()));
        proof.accept(financing("a"));
        assertThatThrownBy(proof::complete).hasMessageContaining("[c]");
    }

    private static DoublesProof proof(Row... pairs) {
        var proof = new DoublesProof();
        List.of(pairs).forEach(proof::pair);
        return proof;
    }

    private static Shared shared(long rows, String eur) {
        return new Shared(0, BigDecimal.ZERO, rows, new BigDecimal(eur));
    }

    private static Row pair(String kept, String other, Map<Field, Object> others) {
        var values = new HashMap<Field, Object>(Map.of(
                PossibleDoubles.KEPT_SOURCE_ID,
                "source of " + kept,
                PossibleDoubles.OTHER_SOURCE_ID,
                "source of " + other,
                PossibleDoubles.KEPT_FINANCING_ID,
                kept,
                PossibleDoubles.OTHER_FINANCING_ID,
                other,
                Financings.INSTITUTION,
                "EIB",
                Financings.STAGE,
                "SIGNED",
                Financings.SIGNED_ON,
                LocalDate.of(2024, 5, 6),
                Financings.AMOUNT_EUR,
                new BigDecimal("100.00"),
                Financings.COUNTRY,
                "Germany"));
        values.putAll(others);
        return SmallPortfolio.row(PossibleDoubles.TABLE, values);
    }

    private static Row financing(String id) {
        var values = SmallPortfolio.financing(id, "name:X", "EIB", "100.00");
        values.put(Financings.SOURCE_ID, "source of " + id);
        return SmallPortfolio.row(Financings.TABLE, values);
    }
}
