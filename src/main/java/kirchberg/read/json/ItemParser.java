package kirchberg.read.json;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.json.Item.Kind;
import kirchberg.read.json.Item.Value;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/** Reads one item to its end, whatever its shape. What is wrong with it stays with it. */
final class ItemParser {
    private static final String TAGS = "primaryTags";
    private static final String INFORMATION = "additionalInformation";

    private final Tokens tokens;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, List<String>> labels = new HashMap<>();
    private final List<Value> information = new ArrayList<>();
    private int tagCount;
    private @Nullable RejectReason fault;

    ItemParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads the item whose first token was just read. */
    Item parse() {
        if (tokens.current() == JsonToken.START_OBJECT) {
            members(this::take);
        } else {
            value(v -> false);
        }
        return new Item(values, labels, information);
    }

    /** Why the item that was read cannot be trusted; null if it can. */
    @Nullable
    RejectReason fault() {
        return fault;
    }

    private void members(Consumer<String> taker) {
        while (tokens.next() == JsonToken.FIELD_NAME) {
            var name = tokens.text();
            tokens.next();
            taker.accept(name);
        }
    }

    private void take(String name) {
        switch (name) {
            case Item.ID -> values.put(name, value(v -> v.kind() != Kind.OTHER));
            case Item.TITLE, Item.DESCRIPTION -> values.put(name, value(v -> v.isNullOr(Kind.TEXT)));
            case Item.START -> values.put(name, value(v -> v.isNullOr(Kind.NUMBER)));
            case TAGS -> elements(this::tag);
            case INFORMATION -> elements(this::inform);
            default -> tokens.skip();
        }
    }

    /** The elements of an array; nothing at all is an array without any. */
    private void elements(Runnable taker) {
        if (tokens.current() == JsonToken.VALUE_NULL) {
            return;
        }
        if (tokens.current() != JsonToken.START_ARRAY) {
            tokens.skip();
            blame(RejectReason.BAD_SHAPE);
            return;
        }
        while (tokens.next() != JsonToken.END_ARRAY) {
            taker.run();
        }
    }

    private void inform() {
        var value = value(v -> true);
        if (information.size() < Limits.COLUMNS) {
            information.add(value);
        } else {
            blame(RejectReason.TOO_LARGE);
        }
    }

    private void tag() {
        tagCount++;
        if (tagCount > Limits.COLUMNS) {
            blame(RejectReason.TOO_LARGE);
        }
        if (tokens.current() != JsonToken.START_OBJECT || tagCount > Limits.COLUMNS) {
            blame(RejectReason.BAD_SHAPE);
            tokens.skip();
            return;
        }
        var tag = new HashMap<String, Value>();
        members(name -> takeOfTag(name, tag));
        var subType = tag.getOrDefault("subType", Value.NULL).clean();
        var label = tag.getOrDefault("label", Value.NULL).clean();
        if (subType != null && label != null) {
            labels.computeIfAbsent(subType, s -> new ArrayList<>()).add(label);
        }
    }

    private void takeOfTag(String name, Map<String, Value> tag) {
        if (name.equals("subType") || name.equals("label")) {
            tag.put(name, value(v -> v.isNullOr(Kind.TEXT)));
        } else {
            tokens.skip();
        }
    }

    private Value value(Predicate<Value> shape) {
        var value = received();
        if (!shape.test(value)) {
            blame(RejectReason.BAD_SHAPE);
        }
        return value;
    }

    private Value received() {
        var token = tokens.current();
        if (token == JsonToken.VALUE_STRING) {
            return new Value(Kind.TEXT, sound(tokens.text()));
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return new Value(Kind.NUMBER, tokens.text());
        }
        tokens.skip();
        return token == JsonToken.VALUE_NULL ? Value.NULL : new Value(Kind.OTHER, "");
    }

    /** The text itself; nothing of a text that is too large is kept. */
    private String sound(String text) {
        if (text.length() > Limits.CELL || text.getBytes(StandardCharsets.UTF_8).length > Limits.CELL) {
            blame(RejectReason.TOO_LARGE);
            return "";
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            blame(RejectReason.BAD_TEXT);
        }
        return text;
    }

    private void blame(RejectReason reason) {
        if (fault == null) {
            fault = reason;
        }
    }
}
