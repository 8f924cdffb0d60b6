package kirchberg.read.xlsx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells refer to by number, outside the heap: a list of a million descriptions would fill it. Each is
 * its runs joined, without the reading aids of East Asian scripts, cut one letter above what a cell may have.
 */
final class SharedTexts {
    private final PrivateFile texts;
    private final PrivateFile ends;
    private final ByteBuffer end = ByteBuffer.allocate(Long.BYTES);
    private int count;

    /**
     * No texts yet.
     *
     * @param texts takes their bytes, one after the other
     * @param ends takes the position behind each
     */
    SharedTexts(PrivateFile texts, PrivateFile ends) {
        this.texts = texts;
        this.ends = ends;
    }

    /** Takes in the part that holds them. */
    void read(PartXml xml) {
        var text = new StringBuilder();
        while (xml.nextChild(1)) {
            if (xml.element().equals("si")) {
                text.setLength(0);
                read(xml, text);
                add(xml, text.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        xml.finish();
        texts.flush();
        ends.flush();
    }

    /** The letters of one text, escapes still in it, which begins at the current element {@code si} or {@code is}. */
    static void read(PartXml xml, StringBuilder into) {
        var own = xml.depth();
        while (xml.nextChild(own)) {
            switch (xml.element()) {
                case "t" -> xml.text(into);
                case "r" -> readRun(xml, into);
                default -> {}
            }
        }
    }

    /** A text; null if there is none of that number. */
    @Nullable
    String text(long number) {
        if (number < 0 || number >= count) {
            return null;
        }
        var from = number == 0 ? 0 : end(number - 1);
        return new String(texts.bytes(from, end(number) - from), StandardCharsets.UTF_8);
    }

    private static void readRun(PartXml xml, StringBuilder into) {
        var own = xml.depth();
        while (xml.nextChild(own)) {
            if (xml.element().equals("t")) {
                xml.text(into);
            }
        }
    }

    private void add(PartXml xml, byte[] text) {
        if (count == Limits.SHARED_TEXTS) {
            throw xml.tooMany("more shared texts than that", Limits.SHARED_TEXTS);
        }
        count++;
        texts.append(text, 0, text.length);
        ends.append(end.putLong(0, texts.size()).array(), 0, Long.BYTES);
    }

    private long end(long number) {
        return ByteBuffer.wrap(ends.bytes(number * Long.BYTES, Long.BYTES)).getLong();
    }
}
