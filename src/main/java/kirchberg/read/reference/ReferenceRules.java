package kirchberg.read.reference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Problem;
import kirchberg.domain.source.Rule;
import kirchberg.read.reference.ReferenceFile.Entry;
import kirchberg.table.Financings;
import org.jspecify.annotations.Nullable;

/** The rules of {@code rules.csv}: what may be derived for a label where nothing is stated. */
final class ReferenceRules {
    private static final String ID = "rule";
    private static final String LABEL = "label";
    private static final String SECTOR = Financings.SECTOR.name();
    private static final String MEMBERSHIP = Financings.EU_MEMBERSHIP.name();
    private static final String NAME_PATTERN = "name_pattern";
    private static final String LOW_SHARE = "low_share";
    private static final String HIGH_SHARE = "high_share";
    private static final List<String> COLUMNS =
            List.of(ID, LABEL, SECTOR, MEMBERSHIP, NAME_PATTERN, LOW_SHARE, HIGH_SHARE);

    private static final Predicate<String> IS_SHARE = ReferenceFile.matches("0([.][0-9]{1,8})?|1([.]0{1,8})?");
    private static final Map<String, Label> LABELS = Label.all().stream().collect(Collectors.toMap(Label::key, l -> l));

    private final ReferenceFile file;

    /**
     * Reads the file; what is wrong with it is added to the problems.
     *
     * @param sectors keys that a rule may name
     */
    ReferenceRules(Path folder, Set<String> sectors, List<Problem> problems) {
        var memberships = Arrays.stream(Membership.values()).map(Enum::name).collect(Collectors.toSet());
        file = new ReferenceFile(folder.resolve("rules.csv"), COLUMNS, problems);
        file.requireUnique(ID);
        file.requireOneOf(LABEL, LABELS.keySet());
        file.requireOneOf(SECTOR, ReferenceFile.orNothing(sectors));
        file.requireOneOf(MEMBERSHIP, ReferenceFile.orNothing(memberships));
        file.require(NAME_PATTERN, ReferenceRules::isPattern, "a regular expression or nothing");
        file.require(LOW_SHARE, IS_SHARE, "a share from 0 to 1 with at most 8 decimals");
        file.require(HIGH_SHARE, IS_SHARE, "a share from 0 to 1 with at most 8 decimals");
        file.entries().forEach(this::requireOrder);
    }

    /** The rules in the order of the file; only if there were no problems. */
    List<Rule> rules() {
        return file.entries().stream().map(ReferenceRules::rule).toList();
    }

    private void requireOrder(Entry entry) {
        var low = entry.text(LOW_SHARE);
        var high = entry.text(HIGH_SHARE);
        if (IS_SHARE.test(low) && IS_SHARE.test(high) && new BigDecimal(low).compareTo(new BigDecimal(high)) > 0) {
            file.note(
                    entry.line(),
                    low,
                    "Cannot use the rule: got low_share " + low + " above high_share " + high
                            + ", expected the lesser first");
        }
    }

    private static Rule rule(Entry entry) {
        var membership = stated(entry, MEMBERSHIP);
        return new Rule(
                entry.text(ID),
                Objects.requireNonNull(LABELS.get(entry.text(LABEL))),
                stated(entry, SECTOR),
                membership == null ? null : Membership.valueOf(membership),
                stated(entry, NAME_PATTERN),
                new BigDecimal(entry.text(LOW_SHARE)),
                new BigDecimal(entry.text(HIGH_SHARE)));
    }

    private static @Nullable String stated(Entry entry, String column) {
        var text = entry.text(column);
        return text.isEmpty() ? null : text;
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
