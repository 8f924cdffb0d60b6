package kirchberg.read.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Limits;
import kirchberg.read.received.Line;
import kirchberg.read.received.Position;
import kirchberg.read.received.SourceBytes;
import org.jspecify.annotations.Nullable;

/** One saved page: an envelope around an array of items, one of which is in memory at a time. */
final class PageFile {
    private static final List<String> NUMBERS = List.of("pageNumber", "itemPerPage", "resultItems", "totalItems");

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

    private final Tokens tokens;
    private final ListKind kind;
    private final BiConsumer<Line, Item> taker;
    private final Map<String, Long> envelope = new HashMap<>();
    private long items;

    private PageFile(Tokens tokens, ListKind kind, BiConsumer<Line, Item> taker) {
        this.tokens = tokens;
        this.kind = kind;
        this.taker = taker;
    }

    /**
     * Reads a file to its end.
     *
     * @param file its name in the folder
     * @param taker takes each item; its values cannot be trusted if the line has a fault
     * @throws Stop if the envelope is not that of a page, or says that the page is not whole
     */
    static Slices.Page read(String file, SourceBytes bytes, ListKind kind, BiConsumer<Line, Item> taker) {
        bytes.require(FileKind.JSON);
        try (var tokens = new Tokens(bytes)) {
            var page = new PageFile(tokens, kind, taker);
            page.members();
            return page.facts(file);
        }
    }

    private void members() {
        if (tokens.next() != JsonToken.START_OBJECT) {
            throw notAPage("it is no object");
        }
        while (tokens.next() == JsonToken.FIELD_NAME) {
            var name = tokens.text();
            tokens.next();
            member(name);
        }
        if (tokens.next() != null) {
            throw notAPage("something follows the end of the page at byte offset " + tokens.beginOffset());
        }
    }

    private void member(String name) {
        if (NUMBERS.contains(name)) {
            envelope.put(name, count(name));
            return;
        }
        switch (name) {
            case "data" -> items();
            case "valid" -> require(name, "true", JsonToken.VALUE_TRUE);
            case "message" -> require(name, "Success", JsonToken.VALUE_STRING);
            default -> tokens.skip();
        }
        envelope.put(name, 0L);
    }

    private long count(String name) {
        var text = tokens.text();
        if (tokens.current() != JsonToken.VALUE_NUMBER_INT
                || !COUNT.matcher(text).matches()) {
            throw notAPage("\"" + name + "\" is " + cut(text) + ", expected a whole number");
        }
        return Long.parseLong(text);
    }

    private void require(String name, String expected, JsonToken token) {
        if (tokens.current() != token || !tokens.text().equals(expected)) {
            throw notAPage("\"" + name + "\" is " + cut(tokens.text()) + ", expected " + expected);
        }
    }

    private void items() {
        if (tokens.current() != JsonToken.START_ARRAY) {
            throw notAPage("\"data\" is " + cut(tokens.text()) + ", expected an array");
        }
        while (tokens.next() != JsonToken.END_ARRAY) {
            items++;
            item();
        }
    }

    private void item() {
        var begin = tokens.beginOffset();
        var token = tokens.current();
        var isKept = token != null && !(token.isScalarValue() && token != JsonToken.VALUE_STRING);
        if (isKept) {
            tokens.keep();
        }
        var parser = new ItemParser(tokens);
        var item = parser.parse();
        var raw = isKept ? tokens.kept(begin) : cut(tokens.text());
        var fault = fault(item, parser.fault(), tokens.offset() - begin);
        var line = new Line(items, Position.atByte(begin), raw, false, fault, List.of());
        kind.requireOwn(tokens.name(), line, item);
        taker.accept(line, item);
    }

    private @Nullable RejectReason fault(Item item, @Nullable RejectReason found, long length) {
        if (length > Limits.RECORD) {
            return RejectReason.TOO_LARGE;
        }
        return found == null && !kind.isShaped(item) ? RejectReason.BAD_SHAPE : found;
    }

    private Slices.Page facts(String file) {
        for (var name : List.of("data", "pageNumber", "itemPerPage", "resultItems", "totalItems", "valid", "message")) {
            if (!envelope.containsKey(name)) {
                throw notAPage("\"" + name + "\" is missing");
            }
        }
        if (number("resultItems") != items) {
            throw Stop.refused(
                    Refusal.CONTROL_FIGURE,
                    "Cannot read " + tokens.name() + ": the page is not whole, got " + items + " items, expected "
                            + number("resultItems") + " as \"resultItems\" says",
                    "fetch the page again");
        }
        return new Slices.Page(file, number("pageNumber"), number("itemPerPage"), items, number("totalItems"));
    }

    private long number(String name) {
        return envelope.getOrDefault(name, 0L);
    }

    private Stop notAPage(String why) {
        return Stop.refused(
                Refusal.NOT_THIS_FORMAT,
                "Cannot read " + tokens.name() + ": " + why + "; this is no page of " + kind.name(),
                "save the whole answer of the service, as it is received");
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
