package kirchberg.read.received;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kirchberg.domain.source.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * One record as received.
 *
 * @param number 1 for the first after the header
 * @param position where it begins
 * @param raw its text as received
 * @param control true for a record that is none: a blank row, a repeated header
 * @param fault why its values cannot be trusted; null if they can
 * @param cells its values in the order that its reader expects, as clean text, empty ones as null; none if control or
 *     fault says so
 */
public record Line(
        long number,
        Position position,
        String raw,
        boolean control,
        @Nullable RejectReason fault,
        List<@Nullable String> cells) {

    public Line {
        cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }
}
