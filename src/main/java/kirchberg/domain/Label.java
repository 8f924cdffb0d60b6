package kirchberg.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a part of an amount may belong to: a priority or a programme. Labels overlap: one euro may carry
 * several, so their totals never add up to the total.
 */
public sealed interface Label permits Priority, Programme {

    /** Name in data: lower case words with underscores, the beginning of the label's four columns. */
    String key();

    /** Name for people, in English. */
    String title();

    /** Every label, priorities first, in a fixed order. */
    static List<Label> all() {
        return Stream.<Label>concat(Stream.of(Priority.values()), Stream.of(Programme.values()))
                .toList();
    }
}
