package kirchberg.config.draft;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.text.Mention;

/**
 * Names claims after what they speak of, so that a name stays when sentences are added before: publication,
 * institution, label or thing counted, measure, period; and a number from the second of the same name on.
 */
final class ClaimId {
    private static final int LONGEST_WORD = 40;

    private final String publication;
    private final Map<String, Integer> given = new HashMap<>();

    ClaimId(String publication) {
        this.publication = publication;
    }

    String next(Mention mention, String measure) {
        var subject = mention.subject();
        var institution = subject.institution();
        var of = subject.of();
        var period = subject.period();
        var parts = Stream.of(
                publication,
                institution == null ? "" : institution.name().toLowerCase(Locale.ROOT),
                of == null ? "" : of.key(),
                subject.counts().isEmpty() ? measure : subject.counts(),
                period == null ? "" : period.text());
        var name = parts.map(ClaimId::part).filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
        var times = given.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + "-" + times;
    }

    /** A thing that is counted, as the grammar of claims names things: {@code ai_factories}. */
    static String thing(String counts) {
        var word = plain(counts).replaceAll("[^a-z0-9]+", "_").replaceAll("\\A[^a-z]+|_+\\z", "");
        return word.isEmpty() ? "things" : word.substring(0, Math.min(LONGEST_WORD, word.length()));
    }

    private static String part(String text) {
        var part = plain(text)
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("\\.\\.", "-")
                .replaceAll("\\A-+|-+\\z", "");
        return part.substring(0, Math.min(2 * LONGEST_WORD, part.length()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("ß", "ss");
    }
}
