package kirchberg.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;

/**
 * Strict JSON: UTF-8, no doubled key, no NaN, nothing after the end, bounded in depth and length. Numbers are never
 * looked at as numbers but for the few whole ones of an envelope.
 */
final class Json {
    /** Limits of every format: depth 32, one text 1 MiB. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(100)
                    .maxNameLength(1000)
                    .build())
            .build();

    private Json() {}

    /** Reads something from the start of a document. */
    interface Reader<T> {
        T from(JsonParser json) throws IOException;
    }

    /**
     * Reads a whole document.
     *
     * @param where it came from, for messages
     * @throws Stop if it is no strict JSON, or the reader does not like it
     */
    static <T> T read(byte[] bytes, String where, Reader<T> reader) {
        try (var json = FACTORY.createParser(letters(bytes))) {
            json.nextToken();
            var read = reader.from(json);
            if (json.nextToken() != null) {
                throw refused(Refusal.NOT_THIS_FORMAT, where, "text follows its end", json);
            }
            return read;
        } catch (CharacterCodingException e) {
            throw Stop.refused(
                    Refusal.ENCODING, "Cannot take " + where + ": broken letters, expected UTF-8", Page.HINT);
        } catch (JsonEOFException e) {
            throw broken(Refusal.TRUNCATED, where, e);
        } catch (StreamConstraintsException e) {
            throw broken(Refusal.LIMIT, where, e);
        } catch (JsonProcessingException e) {
            throw broken(Refusal.NOT_THIS_FORMAT, where, e);
        } catch (IOException e) {
            throw Stop.refused(Refusal.TRUNCATED, "Cannot take " + where + ": " + e.getMessage(), Page.HINT);
        }
    }

    /** Broken letters are an error here, and a byte order mark is none. */
    private static InputStreamReader letters(byte[] bytes) {
        var isMarked = bytes.length >= 3
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        var start = isMarked ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8.newDecoder());
    }

    private static Stop broken(Refusal refusal, String where, JsonProcessingException why) {
        var place = why.getLocation();
        var message =
                Publisher.shown(why.getOriginalMessage().lines().findFirst().orElse(""));
        return Stop.refused(
                refusal,
                "Cannot take " + where + ": it is no strict JSON, got " + message
                        + (place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr()),
                Page.HINT);
    }

    static Stop refused(Refusal refusal, String where, String why, JsonParser json) {
        var place = json.currentLocation();
        return Stop.refused(
                refusal,
                "Cannot take " + where + ": " + why + ", line " + place.getLineNr() + ", column " + place.getColumnNr(),
                Page.HINT);
    }

    /**
     * A number for what a value says, whatever the order of its keys: SHA-256. Texts are compared by their letters,
     * numbers by their digits as written. Of a list of objects, such as tags, the order says nothing either; of any
     * other list it does.
     */
    static String digest(JsonParser json) throws IOException {
        return digest(json, (name, text) -> {});
    }

    /** The same, and tells the names and texts of the value's own members that are single values. */
    static String digest(JsonParser json, BiConsumer<String, String> members) throws IOException {
        var token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> object(json, members);
            case START_ARRAY -> array(json);
            default -> hash(List.of(token.name(), json.getText()));
        };
    }

    private static String object(JsonParser json, BiConsumer<String, String> told) throws IOException {
        var members = new ArrayList<String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            if (json.nextToken().isScalarValue()) {
                told.accept(name, json.getText());
            }
            members.add(hash(List.of(name, digest(json))));
        }
        Collections.sort(members);
        members.add(0, "object");
        return hash(members);
    }

    private static String array(JsonParser json) throws IOException {
        var elements = new ArrayList<String>();
        var holdsObjectsOnly = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            holdsObjectsOnly &= json.currentToken() == JsonToken.START_OBJECT;
            elements.add(digest(json));
        }
        if (holdsObjectsOnly) {
            Collections.sort(elements);
        }
        elements.add(0, "array");
        return hash(elements);
    }

    /** Lengths come first, so that no two different lists run together to the same bytes. */
    private static String hash(List<String> parts) {
        var sum = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            sum.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sum.update(bytes);
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    /** Lower case hexadecimal SHA-256. */
    static String sha256Of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java platform has SHA-256", e);
        }
    }
}
