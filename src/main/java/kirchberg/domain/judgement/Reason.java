package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Selection.Doubt;

/** Why a verdict is what it is, and what would settle an open one: in words, with values. */
final class Reason {
    private Reason() {}

    static String why(Measurement m, Interval possible, Interval said, Verdict verdict) {
        if (!m.due()) {
            return progress(m, possible);
        }
        var unit = m.claim().figure().unit();
        var allowed = "The portfolio allows " + Wording.possible(possible, unit);
        var band = Wording.said(said, unit);
        return switch (verdict) {
            case HOLDS -> allowed + ", all of it inside " + band + ".";
            case FAILS -> allowed + ", all of it outside " + band + ".";
            case UNDECIDED -> allowed + ", only in part inside " + band + "." + open(m);
            case OUT_OF_REACH ->
                "No complete source covers " + missing(m) + "; what the sources hold allows "
                        + Wording.possible(possible, unit) + ", against " + band + ".";
        };
    }

    /** What leaves it open where nearly every row does, for then the ends alone puzzle a reader. */
    private static String open(Measurement m) {
        if (m.selection().doubts().containsKey(Doubt.RESOURCES)) {
            return " No row tells own resources from mandates.";
        }
        var measure = m.claim().measure();
        var rows = m.selection().rowsWithoutMobilised();
        return rows > 0 && (measure == Measure.MOBILISED || measure == Measure.RATIO)
                ? " Of the rows, " + Wording.count(rows) + " do not state what they mobilise."
                : "";
    }

    /** For a claim on which the portfolio has no value at all. */
    static String silence(Measurement m) {
        if (m.claim().measure() == Measure.COUNT) {
            return "No reference table counts " + words(m.claim().counts()) + ".";
        }
        if (!m.gaps().isEmpty()) {
            return "No complete source covers " + missing(m) + ", and no row speaks of it.";
        }
        return "The signed amount to divide by is not above zero, or may come as near to zero as one likes.";
    }

    /** What would settle the question; empty if it is settled. */
    static String settles(Measurement m, Verdict verdict) {
        if (verdict == Verdict.HOLDS || verdict == Verdict.FAILS) {
            return "";
        }
        var answers = new ArrayList<String>();
        m.gaps().stream().map(g -> missingList(m.claim(), g)).distinct().forEach(answers::add);
        stillNeeded(m).ifPresent(answers::add);
        if (!m.due() && m.gaps().isEmpty()) {
            answers.add("financings signed from " + m.until().plusDays(1) + " to " + end(m.claim()));
        }
        m.selection().doubts().forEach((doubt, amount) -> answers.add(answer(m.claim(), doubt, amount)));
        answers.addAll(ofMeasure(m));
        return String.join("; ", answers);
    }

    /** How far a sum that missing sources leave open is from what was said, at the least. */
    private static Optional<String> stillNeeded(Measurement m) {
        var claim = m.claim();
        var found = m.found();
        var held = found == null ? null : found.high();
        if (m.gaps().isEmpty() || held == null || claim.figure().unit() != Unit.EUR) {
            return Optional.empty();
        }
        var said = Band.of(claim.hedge()).allows(claim.figure(), Strictness.CONVENTIONAL);
        var needed = said.low().rounded(2, RoundingMode.CEILING).subtract(held.rounded(2, RoundingMode.FLOOR));
        return needed.signum() <= 0
                ? Optional.empty()
                : Optional.of("the claim needs at least " + Wording.eur(needed) + " more than what the sources hold");
    }

    private static List<String> ofMeasure(Measurement m) {
        var rows = m.selection().rowsWithoutMobilised();
        return switch (m.claim().measure()) {
            case COUNT -> List.of("a published list of " + words(m.claim().counts()));
            case OPERATIONS -> List.of("what the publication counts as a project");
            case MOBILISED, RATIO ->
                rows == 0
                        ? List.of()
                        : List.of("the mobilised amounts that are not stated, rows: " + Wording.count(rows));
            case AMOUNT, SHARE, GROWTH, OPERATIONS_GROWTH, JOINT -> List.of();
        };
    }

    private static String answer(Claim claim, Doubt doubt, BigDecimal amount) {
        var financings = Wording.eur(amount) + " of financings";
        return switch (doubt) {
            case RESOURCES -> "whose money each row is: the list does not tell mandates apart";
            case PLACE -> "place of " + financings;
            case JOINT -> "what the EIB counts too of " + financings + " of the EIF";
            case LABEL -> label(claim) + " share of " + financings;
        };
    }

    private static String label(Claim claim) {
        return claim.of() == null ? "labelled" : words(claim.of().key());
    }

    private static String missing(Measurement m) {
        return Gap.texts(m.gaps(), m.claim().stage());
    }

    private static String missingList(Claim claim, Gap gap) {
        return switch (gap.institution()) {
            case COMMISSION -> "other publishers";
            case EIF ->
                claim.institution() == Institution.GROUP
                        ? "the EIF's list with joint operations marked"
                        : "a complete list of " + gap.text(claim.stage());
            case EIB, GROUP -> "a complete list of " + gap.text(claim.stage());
        };
    }

    private static String progress(Measurement m, Interval possible) {
        var claim = m.claim();
        var unit = claim.figure().unit();
        var reached = possible.low().rounded(2, RoundingMode.HALF_UP);
        var first = "Reached by " + m.until() + ": ";
        var of = " of " + claim.figure().printed();
        var found = m.found();
        if (found != null && (unit == Unit.SHARE || unit == Unit.RATIO)) {
            return first + Wording.possible(found, unit) + of + ", due on " + end(claim) + ".";
        }
        var open = claim.figure().value().subtract(reached).max(BigDecimal.ZERO);
        var start = LocalDate.of(claim.period().from(), 1, 1);
        return first + Wording.value(possible.low(), unit) + of + "; pace needed until " + end(claim) + ": "
                + pace(open, ChronoUnit.DAYS.between(m.until(), end(claim)), unit) + ", pace so far: "
                + pace(reached, ChronoUnit.DAYS.between(start, m.until()) + 1, unit) + ".";
    }

    private static String pace(BigDecimal amount, long days, Unit unit) {
        return days <= 0 ? "none" : Wording.value(Quotient.of(Progress.yearly(amount, days)), unit) + " a year";
    }

    private static LocalDate end(Claim claim) {
        return LocalDate.of(claim.period().to(), 12, 31);
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }
}
