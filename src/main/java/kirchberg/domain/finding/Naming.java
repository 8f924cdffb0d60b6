package kirchberg.domain.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import kirchberg.domain.Institution;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.counting.CountingKey;

/** Names of readings in plain words: by what tells them from the claim itself. */
public final class Naming {

    /**
     * One thing that two readings differ in.
     *
     * @param before what stands before it in a sentence, with a blank after it; may be empty
     */
    private record Change(String before, String own, String other) {}

    private Naming() {}

    /** What is different of a reading: "the EIB alone", "inside the EU, own resources". */
    public static String name(Subject own, Subject other, CountingKey key) {
        return changes(own, other, key).stream().map(Change::other).collect(Collectors.joining(", "));
    }

    /** "Fails for the Group; holds for the EIB alone": a finding beside one of its neighbours. */
    static String sentence(Finding finding, Neighbour beside) {
        var key = beside.countedBy().isEmpty() ? CountingKey.OPERATION : CountingKey.valueOf(beside.countedBy());
        var changes = changes(finding.claim().subject(), beside.subject(), key);
        var own = finding.verdict().words() + " " + joined(changes, Change::own);
        var other = joined(changes, Change::other);
        return beside.verdict() == Verdict.HOLDS
                ? own + "; holds " + other
                : own + "; fits best " + other + ", where it "
                        + beside.verdict().words() + (beside.verdict() == finding.verdict() ? ", too" : "");
    }

    private static String joined(List<Change> changes, Function<Change, String> side) {
        return changes.stream().map(c -> c.before() + side.apply(c)).collect(Collectors.joining(", "));
    }

    private static List<Change> changes(Subject own, Subject other, CountingKey key) {
        var changes = new ArrayList<Change>();
        if (own.institution() != other.institution()) {
            var alone = own.institution() == Institution.GROUP ? " alone" : "";
            changes.add(new Change("for ", words(own.institution()), words(other.institution()) + alone));
        }
        if (!own.place().equals(other.place())) {
            changes.add(new Change("", own.place().words(), other.place().words()));
        }
        if (own.resources() != other.resources()) {
            changes.add(new Change("for ", words(own.resources()), words(other.resources())));
        }
        if (!own.period().equals(other.period())) {
            var earlier = other.period().from() < own.period().from();
            changes.add(new Change("", "in " + own.period().text(), earlier ? "a year earlier" : "a year later"));
        }
        if (own.stage() != other.stage()) {
            changes.add(new Change("as ", lower(own.stage()), lower(other.stage())));
        }
        if (key != CountingKey.OPERATION) {
            changes.add(new Change("", countedBy(CountingKey.OPERATION), countedBy(key)));
        }
        return changes;
    }

    private static String countedBy(CountingKey key) {
        return "counted by " + key.words();
    }

    private static String words(Institution institution) {
        return switch (institution) {
            case EIB, EIF -> "the " + institution;
            case GROUP -> "the Group";
            case COMMISSION -> "the Commission";
        };
    }

    private static String words(Resources resources) {
        return resources == Resources.OWN ? "own resources" : "all resources";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
