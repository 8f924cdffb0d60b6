package kirchberg.read.xlsx;

import java.io.IOException;
import java.io.Reader;
import kirchberg.read.received.Limits;

/**
 * The letters of an XML part, on their way to a parser that keeps each tag, comment and CDATA section whole in memory:
 * one that is larger than a record may be is refused, and so is a document type.
 */
final class BoundedMarkup extends Reader {
    private enum State {
        START,
        TEXT,
        OPENED,
        TAG,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        DECLARED,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final Reader letters;
    private final String name;
    private State state = State.START;
    private int length;
    private char last;
    private char beforeLast;
    private boolean ended;

    /**
     * Wraps the letters of a part.
     *
     * @param name for messages
     */
    BoundedMarkup(Reader letters, String name) {
        this.letters = letters;
        this.name = name;
    }

    /** Whether the last letter was taken. */
    boolean isAtEnd() {
        return ended;
    }

    @Override
    public int read(char[] target, int begin, int most) throws IOException {
        var count = letters.read(target, begin, most);
        ended |= count < 0;
        if (state == State.START && count > 0) {
            state = State.TEXT;
            count = withoutMark(target, begin, count);
        }
        for (var index = begin; index < begin + count; index++) {
            look(target[index]);
        }
        return count;
    }

    /** A byte order mark is no letter of the text. */
    private int withoutMark(char[] target, int begin, int count) throws IOException {
        if (target[begin] != '\uFEFF') {
            return count;
        }
        System.arraycopy(target, begin + 1, target, begin, count - 1);
        return count > 1 ? count - 1 : letters.read(target, begin, 1);
    }

    @Override
    public void close() throws IOException {
        letters.close();
    }

    private void look(char letter) {
        if (state == State.TEXT) {
            if (letter == '<') {
                state = State.OPENED;
                length = 0;
            }
            return;
        }
        length++;
        if (length > Limits.RECORD) {
            throw Refusals.limit(name, "a tag or comment of more letters than that", Limits.RECORD);
        }
        state = next(letter);
        beforeLast = last;
        last = letter;
    }

    private State next(char letter) {
        return switch (state) {
            case OPENED -> letter == '?' ? State.INSTRUCTION : letter == '!' ? State.DECLARED : inTag(letter);
            case TAG -> inTag(letter);
            case SINGLE_QUOTED -> letter == '\'' ? State.TAG : state;
            case DOUBLE_QUOTED -> letter == '"' ? State.TAG : state;
            case DECLARED -> declared(letter);
            case COMMENT -> closes(letter, '-', '-', 6) ? State.TEXT : state;
            case CDATA -> closes(letter, ']', ']', 11) ? State.TEXT : state;
            case INSTRUCTION -> closes(letter, '?', beforeLast, 4) ? State.TEXT : state;
            case START, TEXT -> State.TEXT;
        };
    }

    private static State inTag(char letter) {
        return switch (letter) {
            case '>' -> State.TEXT;
            case '"' -> State.DOUBLE_QUOTED;
            case '\'' -> State.SINGLE_QUOTED;
            default -> State.TAG;
        };
    }

    private State declared(char letter) {
        return switch (letter) {
            case '-' -> State.COMMENT;
            case '[' -> State.CDATA;
            default -> throw Refusals.unsafeXml(name);
        };
    }

    /** Whether a letter ends a section that is at least so long: the shortest ones that a parser takes. */
    private boolean closes(char letter, char one, char two, int least) {
        return letter == '>' && last == one && beforeLast == two && length >= least;
    }
}
