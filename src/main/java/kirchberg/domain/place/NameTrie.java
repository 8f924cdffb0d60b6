package kirchberg.domain.place;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Thousands of names as one regular expression, factored by common beginnings: at each letter only the names that still
 * fit are tried, so that the length of the list hardly matters. Longer names are preferred to shorter ones.
 */
public final class NameTrie {
    private final Map<Character, NameTrie> next = new TreeMap<>();
    private boolean isName;

    /** Adds a name that is not empty. */
    public void add(String name) {
        var node = this;
        for (var i = 0; i < name.length(); i++) {
            node = node.next.computeIfAbsent(name.charAt(i), letter -> new NameTrie());
        }
        node.isName = true;
    }

    /** The expression; it has no groups that capture. */
    public String expression() {
        if (next.isEmpty()) {
            return "";
        }
        var branches = next.entrySet().stream()
                .map(e -> literal(e.getKey()) + e.getValue().expression())
                .collect(Collectors.joining("|"));
        if (next.size() == 1 && !isName) {
            return branches;
        }
        return "(?:" + branches + ")" + (isName ? "?" : "");
    }

    private static String literal(char letter) {
        return Character.isLetterOrDigit(letter) || letter == ' ' ? String.valueOf(letter) : Pattern.quote("" + letter);
    }
}
