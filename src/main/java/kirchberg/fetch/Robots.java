package kirchberg.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a publisher's {@code robots.txt} lets us ask for: the Robots Exclusion Protocol (RFC 9309). The groups that name
 * us count, else those for everybody; the longest path that matches decides, and Allow where two are as long.
 */
final class Robots {
    private static final String US = "kirchberg";

    private final List<Rule> rules;

    private Robots(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Nothing is forbidden: there is no such file. */
    static Robots absent() {
        return new Robots(List.of());
    }

    static Robots of(String text) {
        var ours = new ArrayList<Rule>();
        var everybodys = new ArrayList<Rule>();
        var agents = new ArrayList<String>();
        var areWeNamed = false;
        var headIsOpen = false;
        for (var line : text.lines().toList()) {
            var entry = Entry.of(line);
            if (entry.key().equals("user-agent")) {
                if (!headIsOpen) {
                    agents.clear();
                }
                agents.add(entry.agent());
                areWeNamed |= entry.agent().equals(US);
                headIsOpen = true;
            } else if (entry.isRule()) {
                headIsOpen = false;
                addTo(agents.contains(US) ? ours : agents.contains("*") ? everybodys : new ArrayList<>(), entry);
            }
        }
        return new Robots(areWeNamed ? ours : everybodys);
    }

    private static void addTo(List<Rule> rules, Entry entry) {
        if (!entry.value().isEmpty()) {
            rules.add(new Rule(entry.key().equals("allow"), entry.value()));
        }
    }

    /** Whether an address may be asked for. */
    boolean permits(URI address) {
        var query = address.getRawQuery();
        var path = address.getRawPath() + (query == null ? "" : "?" + query);
        var longest = -1;
        var permitted = true;
        for (var rule : rules) {
            var length = rule.pattern().length();
            if (rule.matches(path) && (length > longest || (length == longest && rule.isAllow()))) {
                longest = length;
                permitted = rule.isAllow();
            }
        }
        return permitted;
    }

    /** One line, without its comment. */
    private record Entry(String key, String value) {
        static Entry of(String line) {
            var hash = line.indexOf('#');
            var text = hash < 0 ? line : line.substring(0, hash);
            var colon = text.indexOf(':');
            return colon < 0
                    ? new Entry("", "")
                    : new Entry(
                            text.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            text.substring(colon + 1).strip());
        }

        boolean isRule() {
            return key.equals("allow") || key.equals("disallow");
        }

        /** The product's name, without a version. */
        String agent() {
            return value.toLowerCase(Locale.ROOT).replaceFirst("[/ ].*", "");
        }
    }

    /** A path that is allowed or not; a star stands for anything, a dollar sign for the end. */
    private record Rule(boolean isAllow, String pattern) {
        /** Finds the parts between the stars one after the other: no pattern makes this slow. */
        boolean matches(String path) {
            var isWhole = pattern.endsWith("$");
            var parts = (isWhole ? pattern.substring(0, pattern.length() - 1) : pattern).split("[*]", -1);
            if (!path.startsWith(parts[0])) {
                return false;
            }
            var at = parts[0].length();
            for (int i = 1; i < parts.length; i++) {
                var found = isWhole && i == parts.length - 1 ? endOf(path, parts[i], at) : path.indexOf(parts[i], at);
                if (found < 0) {
                    return false;
                }
                at = found + parts[i].length();
            }
            return !isWhole || at == path.length();
        }

        private static int endOf(String path, String part, int from) {
            return path.endsWith(part) && path.length() - part.length() >= from ? path.length() - part.length() : -1;
        }
    }
}
