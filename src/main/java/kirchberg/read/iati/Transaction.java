package kirchberg.read.iati;

import java.util.ArrayList;
import java.util.List;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as received.
 *
 * @param offset of its first byte in the file
 * @param raw its element as received, cut at the length of a cell
 * @param sound whether it states one type, and no date and no value twice; the values are those of the first else
 * @param type code of its type
 * @param day its date
 * @param amount its value
 * @param currency of that value; null if only the activity says
 */
record Transaction(
        long offset,
        String raw,
        boolean sound,
        @Nullable String type,
        @Nullable String day,
        @Nullable String amount,
        @Nullable String currency) {

    /** Reads the transaction that was just begun to its end. */
    static Transaction read(Markup markup, Events events) {
        var begin = events.keep();
        var offset = events.keptFromByte();
        var types = new ArrayList<@Nullable String>();
        var days = new ArrayList<@Nullable String>();
        var values = new ArrayList<Value>();
        for (var child = markup.nextChild(); child != null; child = markup.nextChild()) {
            switch (child) {
                case "transaction-type" -> types.add(attribute(markup, "code"));
                case "transaction-date" -> days.add(attribute(markup, "iso-date"));
                case "value" -> values.add(new Value(markup.attribute("currency"), markup.text()));
                default -> markup.skipUnknown(child);
            }
        }
        var raw = events.received(begin);
        var value = values.isEmpty() ? new Value(null, null) : values.get(0);
        return new Transaction(
                offset,
                raw.length() <= Limits.CELL ? raw : raw.substring(0, Limits.CELL),
                types.size() == 1 && days.size() <= 1 && values.size() <= 1,
                first(types),
                first(days),
                value.amount(),
                value.currency());
    }

    private record Value(
            @Nullable String currency, @Nullable String amount) {}

    private static @Nullable String attribute(Markup markup, String name) {
        var value = markup.attribute(name);
        markup.end();
        return value;
    }

    private static @Nullable String first(List<@Nullable String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }
}
