package kirchberg.read.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.Limits;
import kirchberg.read.received.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one file of JSON, one after the other, strictly: doubled names, words such as NaN, nesting and sizes
 * beyond the limits refuse the file. Numbers stay the text that they are.
 */
final class Tokens implements AutoCloseable {
    /**
     * Letters of one string that are looked at. Far above what a record may hold, so that a record that is too large is
     * one reject; and far below what memory holds: the parser keeps all of them, and again as text, some five bytes
     * each.
     */
    private static final int STRING = 16 * 1024 * 1024;

    /** Letters of the name of a member: the longest that is known has 21. */
    private static final int NAME = 256;

    private final String name;
    private final long begin;
    private final Tape tape;
    private final JsonParser parser;

    Tokens(SourceBytes bytes) {
        this.name = bytes.name();
        this.begin = bytes.offset();
        this.tape = new Tape(bytes);
        try {
            this.parser = strict().createParser(tape);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static JsonFactory strict() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEPTH)
                        .maxStringLength(STRING)
                        .maxNumberLength(Limits.CELL)
                        .maxNameLength(NAME)
                        .build())
                .build();
    }

    /** Source id and file name, for messages. */
    String name() {
        return name;
    }

    /** The next token; null at the end of the file. */
    @Nullable
    JsonToken next() {
        try {
            var token = parser.nextToken();
            // a name is remembered for as long as its object is open: many of them would fill the memory
            if (token == JsonToken.FIELD_NAME && parser.getParsingContext().getEntryCount() > Limits.COLUMNS) {
                throw limit("an object has more than " + Limits.COLUMNS + " members at byte offset " + offset());
            }
            return token;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The token that was read last; null if none was, or at the end. */
    @Nullable
    JsonToken current() {
        return parser.currentToken();
    }

    /** Text of a name or string, digits of a number as received, or the word itself. */
    String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Goes to the end of the value that begins here. */
    void skip() {
        var depth = 0;
        var token = current();
        while (token != null) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
            token = next();
        }
    }

    /** Offset in the file of the first byte of the token. */
    long beginOffset() {
        return begin + parser.currentTokenLocation().getByteOffset();
    }

    /** Offset in the file of the byte behind what was read. */
    long offset() {
        return begin + parser.currentLocation().getByteOffset();
    }

    /** Keeps the bytes of the object, array or string that begins here. */
    void keep() {
        tape.keepFrom(beginOffset());
    }

    /** The bytes kept up to here, cut at {@link Limits#CELL}. */
    String kept(long beginOffset) {
        return tape.kept(offset() - beginOffset);
    }

    /** Refuses the file because something in it is too large. */
    Stop limit(String why) {
        return Stop.refused(
                Refusal.LIMIT, "Cannot read " + name + ": " + why, "look at the file: this is not a page of the list");
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Stop broken(IOException cause) {
        if (cause instanceof StreamConstraintsException e) {
            return limit("something in it is too large, " + where(e));
        }
        if (cause instanceof JsonProcessingException e && isCutOff(e)) {
            return Stop.refused(
                    Refusal.TRUNCATED,
                    "Cannot read " + name + ": the file ends before the list does, " + where(e),
                    "fetch the file again");
        }
        if (cause instanceof JsonProcessingException e) {
            return Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read " + name + ": it is no sound JSON, " + where(e),
                    "save the page again as it is received");
        }
        return new Stop(
                Exit.INPUT,
                "Cannot read " + name + ": " + cause.getMessage(),
                "check that the file can be read",
                cause);
    }

    /** A word such as null that is cut off is a fault of its own to the parser. */
    private boolean isCutOff(JsonProcessingException problem) {
        return problem instanceof JsonEOFException
                || (tape.ended() && !parser.getParsingContext().inRoot());
    }

    private String where(JsonProcessingException problem) {
        var place = problem.getLocation();
        var text = problem.getOriginalMessage().replaceAll("\\s+", " ");
        return "got: " + (text.length() <= 300 ? text : text.substring(0, 300) + "...")
                + (place == null ? "" : ", at byte offset " + (begin + place.getByteOffset()));
    }
}
