package kirchberg.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.table.Totals;

/** What the words of the domain are called in English sentences. */
final class Words {
    private Words() {}

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "Holds";
            case FAILS -> "Fails";
            case UNDECIDED -> "Undecided";
            case OUT_OF_REACH -> "Out of reach";
        };
    }

    /** Class in the style sheet and id of the icon. */
    static String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String strictness(Strictness strictness) {
        return switch (strictness) {
            case STRICT -> "To the letter";
            case CONVENTIONAL -> "As a careful reader takes it";
            case LENIENT -> "Generously";
        };
    }

    /** The figure with its softening word: "nearly 89 bn EUR". */
    static String figure(Claim claim) {
        return Numbers.glued((hedge(claim.hedge()) + " " + claim.figure().printed()).strip());
    }

    private static String hedge(Hedge hedge) {
        return switch (hedge) {
            case NONE -> "";
            case AT_MOST -> "up to";
            case TARGET -> "target:";
            default -> hedge.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** What the figure is about: "Amount signed by the EIB Group worldwide, in 2024". */
    static String subject(Claim claim) {
        if (claim.measure() == Measure.COUNT) {
            return claim.counts().isEmpty()
                    ? "A number outside the portfolio"
                    : "Number of " + claim.counts().replace('_', ' ').replaceFirst("\\Aai ", "AI ");
        }
        var own = claim.resources() == Resources.OWN ? " from its own resources" : "";
        return what(claim) + " " + stage(claim.stage()) + " by " + institution(claim.institution()) + own + " "
                + claim.place().words() + ", " + period(claim.period());
    }

    private static String what(Claim claim) {
        Label label = claim.of();
        var title = label == null ? "" : label.title();
        var ofLabel = label == null ? "" : " of " + title;
        return switch (claim.measure()) {
            case AMOUNT -> label == null ? "Amount" : title + ": amount";
            case OPERATIONS -> label == null ? "Operations" : title + ": operations";
            case SHARE ->
                (claim.ofPlace() == null
                                ? title
                                : "Financing " + claim.ofPlace().words()) + ": share of the amount";
            case GROWTH -> "Growth" + against(claim) + " of the amount" + ofLabel;
            case OPERATIONS_GROWTH -> "Growth" + against(claim) + " of the number of operations" + ofLabel;
            case JOINT -> "Amount that both institutions count" + ofLabel;
            case RATIO -> "Investment mobilised per euro" + ofLabel;
            case MOBILISED -> "Investment mobilised by financing" + ofLabel;
            case COUNT -> "Number";
        };
    }

    private static String against(Claim claim) {
        return claim.against() == null ? "" : " since " + claim.against().text();
    }

    static String measure(Measure measure) {
        return switch (measure) {
            case AMOUNT -> "sum of amounts, in EUR";
            case OPERATIONS -> "distinct operations; rows are not projects";
            case SHARE -> "amount of the label or place over the whole amount of the same scope";
            case GROWTH -> "amount over the amount of the earlier years, less 1";
            case OPERATIONS_GROWTH -> "operations over those of the earlier years, less 1; rows are not projects";
            case JOINT -> "what the EIB and the EIF both count, in EUR";
            case RATIO -> "mobilised amount over signed amount";
            case MOBILISED -> "total investment cost of the operations, in EUR; not financing";
            case COUNT -> "number of things that are no rows of a portfolio";
        };
    }

    static String stage(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    static String institution(Institution institution) {
        return switch (institution) {
            case EIB -> "the EIB";
            case EIF -> "the EIF";
            case GROUP -> "the EIB Group";
            case COMMISSION -> "the European Commission";
        };
    }

    static String period(Period period) {
        if (period.from() == period.to()) {
            return (period.each() ? "each year, " : "in ") + period.from();
        }
        var years = period.from() + " to " + period.to();
        return period.each() ? "in each year from " + years : years + " together";
    }

    /** A key of the data as words: "capital_markets" becomes "Capital markets"; names and codes stay as they are. */
    static String key(String key) {
        if (!key.matches("UNKNOWN|[A-Z]+(_[A-Z]+)+|[a-z]+(_[a-z]+)*")) {
            return key;
        }
        var words = key.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Labels of the totals by priority: the priorities, then what belongs to none for sure, then everything. */
    static List<String> labels() {
        var priorities = Arrays.stream(Priority.values()).map(Priority::key);
        return Stream.concat(priorities, Stream.of(Totals.UNCLASSIFIED, Totals.ALL))
                .toList();
    }

    static String label(String key) {
        return switch (key) {
            case Totals.ALL -> "All financing, each euro once";
            case Totals.UNCLASSIFIED -> "Unclassified: no priority certain";
            default ->
                Label.all().stream()
                        .filter(l -> l.key().equals(key))
                        .findFirst()
                        .map(Label::title)
                        .orElse(key);
        };
    }

    /** Where the readings differ: "not to the letter"; empty if all three agree. */
    static String note(Finding finding) {
        var notes = new ArrayList<String>();
        var headline = finding.verdict();
        var strict = finding.readings().getOrDefault(Strictness.STRICT, headline);
        var lenient = finding.readings().getOrDefault(Strictness.LENIENT, headline);
        if (strict != headline) {
            var letter = headline == Verdict.HOLDS ? "not to the letter: " : "to the letter: ";
            notes.add(letter + lower(strict));
        }
        if (lenient != headline) {
            notes.add("read generously: " + lower(lenient));
        }
        return String.join("; ", notes);
    }

    /** "14 claims: 5 hold, 1 fails, 4 undecided, 4 out of reach". */
    static String summary(List<Finding> findings) {
        return findings.size()
                + (findings.size() == 1 ? " claim: " : " claims: ")
                + Arrays.stream(Verdict.values())
                        .map(v -> tally(findings, v) + " " + verdict(v, tally(findings, v)))
                        .collect(Collectors.joining(", "));
    }

    /** The verdict after a number of claims: "fails" after one, "fail" after several. */
    static String verdict(Verdict verdict, long claims) {
        var word = lower(verdict);
        return claims != 1 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    static long tally(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }

    private static String lower(Verdict verdict) {
        return verdict(verdict).toLowerCase(Locale.ROOT);
    }
}
