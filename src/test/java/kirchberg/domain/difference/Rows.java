package kirchberg.domain.difference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Contents for tests: one to start from, and others that differ in a word. */
final class Rows {
    /** EUR 100 for a dam in Italy, signed in May 1964. */
    static final Content DAM = new Content(
            new BigDecimal("100.00"),
            LocalDate.of(1964, 5, 6),
            Map.of(
                    Attribute.NAME, "DAM",
                    Attribute.COUNTRY, "Italy",
                    Attribute.REGION, "European Union",
                    Attribute.SECTOR, "Energy",
                    Attribute.INSTITUTION, "EIB",
                    Attribute.STAGE, "SIGNED"));

    private Rows() {}

    static Content amounting(Content content, String amount) {
        return new Content(new BigDecimal(amount), content.signedOn(), content.texts());
    }

    static Content on(Content content, int year, int month, int day) {
        return new Content(content.amountEur(), LocalDate.of(year, month, day), content.texts());
    }

    static Content with(Content content, Attribute attribute, String text) {
        var texts = new HashMap<>(content.texts());
        texts.put(attribute, text);
        return new Content(content.amountEur(), content.signedOn(), texts);
    }
}
