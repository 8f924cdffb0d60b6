package kirchberg.fetch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as its envelope describes it.
 *
 * @param size items that a full page has; the service may give fewer than were asked for
 * @param total items of all pages, at this moment
 */
record Page(int size, long total, List<Item> items) {
    static final String HINT =
            "Nothing of it was kept. Run the same command again later; if it stays so, the service has changed.";

    private static final Set<String> NUMBERS = Set.of("pageNumber", "itemPerPage", "resultItems", "totalItems");
    private static final Set<String> ALL =
            Set.of("data", "valid", "message", "pageNumber", "itemPerPage", "resultItems", "totalItems");

    Page {
        items = List.copyOf(items);
    }

    /**
     * One entry of a page, whatever its shape: its reader judges that.
     *
     * @param digest the same for entries that say the same
     * @param id text of its {@code id}; empty if there is none
     */
    record Item(String digest, String id) {}

    /**
     * Reads a page.
     *
     * @param number that was asked for, from 0
     * @param where it came from, for messages
     * @throws Stop if its envelope is not as documented
     */
    static Page read(byte[] bytes, int number, String where) {
        return Json.read(bytes, where, json -> new Envelope(json, where).page(number));
    }

    /** How many pages there are in all, as far as an int reaches. */
    int pages() {
        return (int) Math.min(Integer.MAX_VALUE, total / size + (total % size == 0 ? 0 : 1));
    }

    /** Whether bytes that were kept are a page. */
    static boolean isWhole(byte[] bytes, int number) {
        try {
            read(bytes, number, "a kept page");
            return true;
        } catch (Stop e) {
            return false;
        }
    }

    /** Whether another page says the same, in whatever order. */
    boolean isAs(Page other) {
        return total == other.total && digests().equals(other.digests());
    }

    private List<String> digests() {
        return items.stream().map(Item::digest).sorted().toList();
    }

    /** An envelope while it is read. */
    private static final class Envelope {
        private final JsonParser json;
        private final String where;
        private final Map<String, Long> numbers = new HashMap<>();
        private final Map<String, String> words = new HashMap<>();
        private final List<Item> items = new ArrayList<>();
        private final List<String> missing = new ArrayList<>(ALL);

        Envelope(JsonParser json, String where) {
            this.json = json;
            this.where = where;
        }

        Page page(int number) throws IOException {
            expect(JsonToken.START_OBJECT, "the page");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                member(name);
            }
            missing.sort(null);
            require(missing.isEmpty(), "fields are missing, got none of " + missing);
            require("true".equals(words.get("valid")), "valid is " + words.get("valid") + ", expected true");
            var message = Publisher.shown(words.get("message"));
            require(message.equals("Success"), "message is " + message + ", expected Success");
            require(numbers("pageNumber") == number, "it is page " + numbers("pageNumber") + ", expected " + number);
            require(
                    numbers("resultItems") == items.size(),
                    "it holds " + items.size() + " items and says " + numbers("resultItems"));
            require(numbers("totalItems") >= 0, "totalItems is " + numbers("totalItems"));
            var size = numbers("itemPerPage");
            require(size > 0 && size <= Integer.MAX_VALUE, "itemPerPage is " + size + ", expected more than 0");
            return new Page((int) size, numbers("totalItems"), items);
        }

        private void member(String name) throws IOException {
            missing.remove(name);
            if (name.equals("data")) {
                data();
            } else if (NUMBERS.contains(name)) {
                expect(JsonToken.VALUE_NUMBER_INT, name);
                numbers.put(name, json.getLongValue());
            } else if (ALL.contains(name)) {
                require(json.currentToken().isScalarValue(), name + " is no single value");
                words.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }

        private void data() throws IOException {
            expect(JsonToken.START_ARRAY, "data");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(item());
            }
        }

        private Item item() throws IOException {
            var ids = new StringBuilder();
            var digest = Json.digest(json, (name, text) -> ids.append(name.equals("id") ? text : ""));
            return new Item(digest, ids.toString());
        }

        private long numbers(String name) {
            return numbers.getOrDefault(name, -1L);
        }

        private void expect(JsonToken token, String what) throws IOException {
            require(
                    json.currentToken() == token,
                    what + " is " + kind(json.currentToken()) + ", expected " + kind(token));
        }

        private static String kind(@Nullable JsonToken token) {
            if (token == null) {
                return "nothing";
            }
            return switch (token) {
                case START_OBJECT -> "an object";
                case START_ARRAY -> "a list";
                case VALUE_NUMBER_INT -> "a whole number";
                case VALUE_NUMBER_FLOAT -> "a number with decimals";
                case VALUE_STRING -> "a text";
                default -> "something else";
            };
        }

        private void require(boolean isSo, String otherwise) throws IOException {
            if (!isSo) {
                throw Json.refused(Refusal.NOT_THIS_FORMAT, where, "its envelope is wrong, " + otherwise, json);
            }
        }
    }
}
