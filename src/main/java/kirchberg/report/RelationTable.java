package kirchberg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Relation;

/** Relations between claims for a terminal: the sentence with the values, then every quote with its source. */
final class RelationTable {
    private static final int LEAST_WIDTH = 60;
    private static final String SENTENCE = "  ";
    private static final String QUOTE = "    ";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private RelationTable(int width) {
        this.width = Math.max(LEAST_WIDTH, width);
    }

    /**
     * @param relations all that were found; those that agree are counted, and shown if asked for
     * @param claims how many claims were compared
     */
    static String of(List<Relation> relations, int claims, boolean agreeing, int width) {
        var table = new RelationTable(width);
        relations.stream().filter(r -> agreeing || r.agreement().isListed()).forEach(table::add);
        table.add("", summary(relations, claims, agreeing));
        return table.lines.stream()
                .map(line -> line.replace('\u00A0', ' '))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void add(Relation relation) {
        var word = relation.agreement().name();
        add(
                "",
                word + ": " + kind(relation.kind()) + ". "
                        + Words.subject(relation.claims().get(0)) + ".");
        add(SENTENCE, sentence(relation.arithmetic()));
        if (!relation.note().isEmpty()) {
            add(SENTENCE, "Note: " + sentence(relation.note()));
        }
        relation.claims().forEach(this::add);
        lines.add("");
    }

    private void add(Claim claim) {
        var relayed = claim.grade() == Grade.PRINTED
                ? ""
                : ", " + claim.grade().name().toLowerCase(Locale.ROOT);
        add(QUOTE, Words.figure(claim) + ": " + claim.quote());
        add(
                QUOTE + SENTENCE,
                claim.publication().title() + ", "
                        + Numbers.published(claim.publication().date()) + relayed + " (" + claim.id() + ")");
        if (!claim.note().isEmpty()) {
            add(QUOTE + SENTENCE, "Note: " + claim.note());
        }
    }

    private void add(String indent, String text) {
        TerminalTable.wrap(text, width - indent.length()).forEach(line -> lines.add(indent + line));
    }

    private static String sentence(String text) {
        var glued = Numbers.glued(text).replaceAll("(?<=\\d)[ \u00A0](bn|m) (?=EUR)", "\u00A0$1\u00A0");
        var begun = glued.substring(0, 1).toUpperCase(Locale.ROOT) + glued.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case SAME -> "figures of one thing";
            case FLOOR_AND_CEILING -> "a floor and a ceiling";
            case SHARE -> "a share, its part and its whole";
            case BASE -> "what a share is of";
            case SAME_SHARE_OF_TWO_SCOPES -> "one share of two scopes";
            case PART_OF_WHOLE -> "a part and its whole";
            case SUM -> "parts and their sum";
            case GROWTH -> "growth";
            case RATIO -> "a ratio";
            case TAGS_ABOVE_TOTAL -> "labels that overlap";
        };
    }

    private static String summary(List<Relation> relations, int claims, boolean agreeing) {
        var tally = Stream.of(Agreement.values())
                .map(a -> relations.stream().filter(r -> r.agreement() == a).count() + " " + word(a))
                .collect(Collectors.joining(", "));
        return claims + " claims, " + relations.size() + " relations: " + tally
                + (agreeing ? "." : " (--all shows them).");
    }

    private static String word(Agreement agreement) {
        return switch (agreement) {
            case CONTRADICTS -> "contradict";
            case TIGHT -> "tight";
            case REMARK -> "with a remark";
            case AGREES -> "agree";
        };
    }
}
