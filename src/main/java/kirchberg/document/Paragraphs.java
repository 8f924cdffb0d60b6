package kirchberg.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes paragraphs of lines. A paragraph ends at an empty line and before a line that begins with a bullet, which is
 * left out, or with the number of a heading; the lines within it are joined. A word that a line end cuts is joined
 * without its hyphen, unless the document prints it with the hyphen elsewhere ("giga-usines"); and where the next line
 * begins with a capital or a digit, the hyphen stays.
 */
final class Paragraphs {
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*•▪◦●■–—‣]\\s+|\\(?\\d{1,2}[.)]\\s+(?=\\p{Lu})).*");
    private static final Pattern MARK = Pattern.compile("\\A[-*•▪◦●■‣]\\s+");
    private static final int LONGEST_WORD = 100;
    private static final Pattern FIRST_WORD = Pattern.compile("\\p{L}+");
    private static final Pattern COMPOUND = Pattern.compile("\\p{L}+-\\p{L}+");

    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final Set<String> compounds;

    private Paragraphs(List<String> lines) {
        this.compounds = lines.stream()
                .flatMap(line -> COMPOUND.matcher(line).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Paragraphs of lines, none of them empty. */
    static List<String> of(Stream<String> lines) {
        var clean = lines.map(Paragraphs::visible).toList();
        var made = new Paragraphs(clean);
        clean.forEach(made::add);
        made.end();
        return made.paragraphs;
    }

    /**
     * One line as it is read: composed, without letters that nobody sees (soft hyphens, joiners, marks that turn text
     * around), blanks for tabs and controls. Hard and narrow spaces stay, since they part thousands.
     */
    static String visible(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cf}\\p{Cs}]", "")
                .replaceAll("[\\p{Cc}\\u2028\\u2029 ]+", " ")
                .strip();
    }

    private void add(String line) {
        if (line.isEmpty() || BULLET.matcher(line).matches()) {
            end();
        }
        if (open.isEmpty()) {
            open.append(line);
        } else {
            join(line);
        }
    }

    private void join(String line) {
        var before = wordBeforeHyphen();
        var after = FIRST_WORD.matcher(line);
        if (before.isEmpty()) {
            open.append(' ');
        } else if (after.lookingAt()
                && !Character.isUpperCase(line.codePointAt(0))
                && !isCompound(before, after.group())) {
            open.setLength(open.length() - 1);
        }
        open.append(line);
    }

    /** The letters before a hyphen at the end; empty if there is no hyphen, or no letter before it. */
    private String wordBeforeHyphen() {
        var end = open.length() - 1;
        if (open.charAt(end) != '-') {
            return "";
        }
        var begin = end;
        while (begin > 0 && end - begin < LONGEST_WORD && Character.isLetter(open.charAt(begin - 1))) {
            begin--;
        }
        return open.substring(begin, end);
    }

    private boolean isCompound(String before, String after) {
        return compounds.contains((before + "-" + after).toLowerCase(Locale.ROOT));
    }

    private void end() {
        if (!open.isEmpty()) {
            paragraphs.add(MARK.matcher(open).replaceFirst(""));
            open.setLength(0);
        }
    }
}
