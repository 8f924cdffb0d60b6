package kirchberg.read.xlsx;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/** Which styles of a workbook show a number as a date or a time. */
final class Styles {
    /** What a number format shows as it stands, or only sizes or colours: no letters of a date. */
    private static final Pattern DECORATION =
            Pattern.compile("\"[^\"]*+\"|[\\\\_*].|\\[(?![hmsHMS]+\\])[^\\]]*+\\]", Pattern.DOTALL);

    private static final Pattern DATE_LETTER = Pattern.compile("[dmyhsDMYHS]");

    /** Built-in formats that show dates or times, ECMA-376 part 1, 18.8.30; from 27 on those of East Asian settings. */
    private static final int[][] BUILT_IN = {{14, 22}, {27, 36}, {45, 47}, {50, 58}};

    private final Set<Integer> dateFormats = new HashSet<>();
    private final Set<Integer> otherFormats = new HashSet<>();
    private final BitSet dateStyles = new BitSet();

    private Styles() {}

    /** None, for a workbook that has no such part. */
    static Styles none() {
        return new Styles();
    }

    /** Reads the part that holds them. */
    static Styles read(PartXml xml) {
        var styles = new Styles();
        while (xml.nextChild(1)) {
            switch (xml.element()) {
                case "numFmts" -> styles.readFormats(xml);
                case "cellXfs" -> styles.readStyles(xml);
                default -> {}
            }
        }
        xml.finish();
        return styles;
    }

    /** Whether the style of a number, as a cell states it, shows a date. */
    boolean isDate(@Nullable String style) {
        var number = number(style);
        return number >= 0 && dateStyles.get(number);
    }

    private void readFormats(PartXml xml) {
        while (xml.nextChild(2)) {
            var code = xml.attribute("formatCode");
            var id = number(xml.attribute("numFmtId"));
            if (code != null && id >= 0) {
                (isDateFormat(code) ? dateFormats : otherFormats).add(id);
            }
            requireFew(xml, dateFormats.size() + otherFormats.size());
        }
    }

    private void readStyles(PartXml xml) {
        var style = 0;
        while (xml.nextChild(2)) {
            if (xml.element().equals("xf")) {
                var format = number(xml.attribute("numFmtId"));
                dateStyles.set(style, dateFormats.contains(format) || isBuiltInDate(format));
                style++;
            }
            requireFew(xml, style);
        }
    }

    private boolean isBuiltInDate(int format) {
        for (var range : BUILT_IN) {
            if (format >= range[0] && format <= range[1]) {
                return !otherFormats.contains(format);
            }
        }
        return false;
    }

    private static boolean isDateFormat(String code) {
        return DATE_LETTER.matcher(DECORATION.matcher(code).replaceAll("")).find();
    }

    private static void requireFew(PartXml xml, int count) {
        if (count > Limits.WORKBOOK_PARTS) {
            throw xml.tooMany("more styles than that", Limits.WORKBOOK_PARTS);
        }
    }

    /** A count as an attribute states it; -1 if it is none. */
    static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
