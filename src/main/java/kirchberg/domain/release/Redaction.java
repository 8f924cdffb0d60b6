package kirchberg.domain.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of whatever leaves the program: values that are known to be secret, and whatever looks like one.
 * Spark's own pattern ({@code spark.redaction.regex}) misses credentials, keys of accounts and signatures (SPARK-48930,
 * SPARK-49197). To redact twice changes nothing.
 */
public final class Redaction {
    /** Stands where a secret stood. */
    public static final String GONE = "***";

    /** A known value that is shorter would take common words with it. */
    private static final int SHORTEST = 4;

    /** What gives a name away. A year of signature is no secret, so that word must stand alone. */
    private static final String WORDS = "(?:secret|passw|passphrase|token|credential|authorization|cookie"
            + "|x-amz-signature|(?:private|api|access|account|session|encryption)[._-]?key"
            + "|(?<![a-z])pwd|(?<![\\w.-])(?:sig|sas|signature)(?![\\w.-])|(?<=[?&])key(?![\\w.-]))";

    /** A whole name with such a word in it, unless it says where a secret lies. */
    private static final String NAME =
            "(?<![\\w.-])(?=[\\w.-]*?" + WORDS + ")(?![\\w.-]*[_.-](?:file|env)(?![\\w.-]))[\\w.-]++";

    private static final String BARE = "[^\\s\"'\\\\,;&<>(){}\\[\\]]++";
    private static final String QUOTED = "(\\\\{0,3}[\"'])(?:(?!\\2)[^\\n]){0,500}?\\2";

    private static final Pattern SECRET_NAME = ignoringCase("(?:" + NAME + ")");

    /** As in name=value, name: value, "name": "value" and their escaped forms. */
    private static final Pattern ASSIGNED = ignoringCase("(" + NAME + "\\\\{0,3}[\"']?\\s{0,3}[=:]\\s{0,3})(?:" + QUOTED
            + "|(?:(?:Bearer|Basic|Digest) )?" + BARE + ")");

    /** As Spark prints its settings: (name,value). */
    private static final Pattern PAIRED = ignoringCase("(?<=\\()(" + NAME + ",)[^)\\n]{1,500}");

    private static final Pattern OPTION = ignoringCase("(?=--)(" + NAME + "\\s{1,3})" + BARE);
    private static final Pattern SCHEME = ignoringCase("\\b((?:Bearer|Basic)\\s{1,3})[\\w.~+/-]{8,}+=*+");
    private static final Pattern USER = ignoringCase("(?<![\\w+.-])([a-z][\\w+.-]{0,20}+://)[^/\\s\"'<>?#@]{1,500}+@");
    private static final Pattern SHAPE = ignoringCase("(?<!\\w)(?-i:AKIA|ASIA)\\w{16}(?!\\w)"
            + "|(?<![\\w-])eyJ[\\w-]{8,}+[.][\\w-]{8,}+[.][\\w-]*+"
            + "|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]*+(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?");

    /** Redacts by shape alone. */
    public static final Redaction BY_SHAPE = new Redaction(List.of());

    private final List<String> known;

    private Redaction(List<String> known) {
        this.known = known;
    }

    /** Redacts these values too, wherever they stand. */
    public static Redaction of(Collection<String> secrets) {
        return new Redaction(secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    private static String quote(@Nullable String found) {
        return found == null ? "" : found;
    }

    private static Pattern ignoringCase(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** The text without its secrets. */
    public String redacted(String text) {
        var clean = text;
        for (var secret : known) {
            clean = clean.replace(secret, GONE);
        }
        clean = USER.matcher(clean).replaceAll("$1" + GONE + "@");
        clean = SHAPE.matcher(clean).replaceAll(GONE);
        clean = PAIRED.matcher(clean).replaceAll("$1" + GONE);
        clean = ASSIGNED.matcher(clean)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + quote(found.group(2)) + GONE + quote(found.group(2))));
        clean = SCHEME.matcher(clean).replaceAll("$1" + GONE);
        return OPTION.matcher(clean).replaceAll("$1" + GONE);
    }

    /** Settings by name, sorted, without the values of those that a name or a shape gives away. */
    public SortedMap<String, String> redacted(Map<String, String> settings) {
        var clean = new TreeMap<String, String>();
        settings.forEach((name, value) -> clean.put(name, isSecret(name) ? GONE : redacted(value)));
        return clean;
    }

    /** Whether the value of a setting of this name is a secret. */
    public static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }
}
