package kirchberg.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class AmountTextTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/amounts.csv", numLinesToSkip = 1)
    void the_grammar_reads_an_amount_exactly_or_not_at_all(SourceFormat format, String text, @Nullable BigDecimal eur) {
        assertThat(AmountText.read(format, text).orElse(null)).isEqualTo(eur);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/amounts.csv", numLinesToSkip = 1)
    void what_the_grammar_does_not_read_has_one_reason(
            SourceFormat format, String text, @Nullable BigDecimal eur, @Nullable RejectReason reason) {
        assertThat(AmountText.read(format, text).isPresent() ? null : reason(text))
                .isEqualTo(reason);
    }

    @Test
    void no_text_is_no_amount() {
        assertThat(AmountText.read(SourceFormat.EIB_EXPORT_CSV, null)).isEmpty();
        assertThat(AmountText.read(SourceFormat.EIB_EXPORT_CSV, "5\n")).isEmpty();
    }

    private static RejectReason reason(String text) {
        if (found(AmountText.OTHER_CURRENCY, text)) {
            return RejectReason.OTHER_CURRENCY;
        }
        if (found(AmountText.NEGATIVE, text)) {
            return RejectReason.NEGATIVE_SIGNED;
        }
        return found(AmountText.AMBIGUOUS, text) ? RejectReason.AMBIGUOUS_NUMBER : RejectReason.BAD_AMOUNT;
    }

    private static boolean found(String expression, String text) {
        return Pattern.compile(expression).matcher(text).find();
    }
}
