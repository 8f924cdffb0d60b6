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
 * Makes paragraphs of lines. A paragraph ends at an empty line and before a line that begins with a bullet; the lines
 * within it are joined. A word that a line end cuts is joined without its hyphen, unless the document prints it with the
 * hyphen elsewhere ("giga-usines"); and where the next line begins with a capital or a digit, the hyphen stays.
 */
final class Paragraphs {
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*•▪◦●■–—‣]\\s+|\\(?\\d{1,2}[.)]\\s+(?=\\p{Lu})).*");
    private static final Pattern CUT = Pattern.compile(".*?(\\p{L}+)-\\z", Pattern.DOTALL);
    private static final Pattern FIRST_WORD = Pattern.compile("(\\p{L}+).*", Pattern.DOTALL);
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
        var cut = CUT.matcher(open);
        var rest = FIRST_WORD.matcher(line);
        if (!open.toString().endsWith("-") || !cut.matches()) {
            open.append(' ').append(line);
        } else if (!rest.matches() || Character.isUpperCase(line.codePointAt(0)) || isCompound(cut.group(1), rest.group(1))) {
            open.append(line);
        } else {
            open.setLength(open.length() - 1);
            open.append(line);
        }
    }

    private boolean isCompound(String before, String after) {
        return compounds.contains((before + "-" + after).toLowerCase(Locale.ROOT));
    }

    private void end() {
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
            open.setLength(0);
        }
    }
}
