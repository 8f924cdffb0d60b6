package kirchberg.read.received;

import java.text.Normalizer;
import java.util.stream.IntStream;

/** Text as every reader hands it on. */
public final class Text {
    /** What is taken off the ends: every white space, and the three letters that look like it but are none to Java. */
    public static final String BLANKS = IntStream.rangeClosed(0, Character.MAX_VALUE)
            .filter(c -> isBlank((char) c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private Text() {}

    /** Composed (NFC), with LF as the only line end, without white space at the ends; inner runs of spaces stay. */
    public static String clean(String received) {
        var composed = Normalizer.normalize(received, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var begin = 0;
        var end = composed.length();
        while (begin < end && isBlank(composed.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(begin, end);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00A0' || letter == '\u202F' || letter == '\uFEFF';
    }
}
