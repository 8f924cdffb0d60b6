package kirchberg.report;

import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import kirchberg.report.ClaimText.Fact;
import org.jspecify.annotations.Nullable;

/** What a figure speaks of, term by term, for readers who do not know the words of the trade. */
final class Definition {
    private Definition() {}

    static List<Fact> of(Claim claim) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("In one line", Words.subject(claim)));
        if (claim.measure() == Measure.COUNT) {
            return facts;
        }
        facts.add(new Fact("Whose", institution(claim.institution())));
        if (claim.resources() == Resources.OWN) {
            facts.add(new Fact("Whose money", "its own resources, without financing under mandates of others"));
        }
        facts.add(new Fact("Stage", stage(claim.stage())));
        facts.add(new Fact("Where", place(claim.place())));
        facts.add(new Fact("When", period(claim.period())));
        facts.add(new Fact("What is measured", measure(claim)));
        return facts;
    }

    static String grade(Grade grade) {
        return switch (grade) {
            case PRINTED -> "the bank itself, or an institution of the EU";
            case RELAYED -> "others, who relay it: press, a wire or a mirror";
            case DERIVED -> "nobody: it is arithmetic on figures that others printed";
        };
    }

    private static String institution(Institution institution) {
        return switch (institution) {
            case EIB -> "the EIB alone, without the EIF";
            case EIF -> "the EIF alone, without the EIB";
            case GROUP -> "the EIB Group: the EIB and the EIF, less what both count";
            case COMMISSION -> "the European Commission";
        };
    }

    private static String stage(Stage stage) {
        return switch (stage) {
            case SIGNED -> "signed: contracts, neither approvals nor payments";
            case APPROVED -> "approved: decisions, which are no contracts yet";
            case DISBURSED -> "disbursed: money paid out";
        };
    }

    private static String place(Place place) {
        return switch (place.kind()) {
            case WORLD -> "worldwide";
            case EU -> "inside the EU, by its members on the day of each contract";
            case NON_EU -> "outside the EU, by its members on the day of each contract";
            case COUNTRY, COUNTRIES, REGION -> place.words();
        };
    }

    private static String period(Period period) {
        return Words.period(period) + (period.each() ? ": every single year has to fit" : "");
    }

    private static String measure(Claim claim) {
        return switch (claim.measure()) {
            case AMOUNT -> amount(claim.of());
            case SHARE -> share(claim);
            case OPERATIONS -> "operations, each counted once however many contracts it has";
            case GROWTH -> "the amount against that of " + before(claim);
            case OPERATIONS_GROWTH -> "the number of operations against that of " + before(claim);
            case JOINT -> "the amounts that the EIB and the EIF both count";
            case RATIO -> "investment mobilised for each euro signed";
            case MOBILISED -> "the whole cost of the investments that the financing supports; not financing";
            case COUNT -> Words.measure(claim.measure());
        };
    }

    private static String amount(@Nullable Label label) {
        return label == null
                ? "the sum of the amounts"
                : "of each amount the part that belongs to \"" + label.title() + "\"";
    }

    private static String share(Claim claim) {
        var label = claim.of();
        var ofPlace = claim.ofPlace();
        var part = label == null
                ? "the amounts " + (ofPlace == null ? "" : ofPlace.words())
                : "of each amount the part that belongs to \"" + label.title() + "\"";
        return part + ", over all amounts of the same scope";
    }

    private static String before(Claim claim) {
        var against = claim.against();
        return against == null ? "earlier years" : against.text();
    }
}
