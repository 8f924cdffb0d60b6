package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.Priority;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Judgement;
import kirchberg.domain.judgement.proof.CellsOfRows;
import kirchberg.domain.judgement.proof.Financing;
import kirchberg.domain.judgement.proof.Financing.Part;
import kirchberg.domain.judgement.proof.Financing.Where;
import kirchberg.domain.judgement.proof.Reference;
import kirchberg.domain.judgement.proof.Reference.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One row of the committed sample is made wrong: the findings that the row's own attributes point to change, to what a
 * reference on rows says, and no other does.
 */
@Tag("spark")
class InjectedFaultsTest {
    private static final long SEED = Long.getLong("seed", 20_251_204L);
    private static final int ROWS_PER_FAULT = 3;
    private static final List<Claim> CLAIMS = SampleClaims.all(SEED);
    private static final Map<String, List<Answer>> BEFORE = answers(ClassifiedSample.FINANCINGS);

    /** Its functions hold no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Fault {
        ROW_DROPPED(f -> true, f -> List.of()),
        LOAN_DOUBLED(f -> true, f -> List.of(f, f)),
        YEAR_SHIFTED(f -> f.year() > 2021, f -> List.of(f.in(f.year() - 1))),
        TAG_FLIPPED(Fault::isKnown, f -> List.of(flipped(f))),
        TAG_LOST(Fault::isKnown, f -> List.of(f.with(Priority.CLIMATE, Part.UNKNOWN))),
        CENTS_LOST(f -> f.cents() % 100 != 0, f -> List.of(of(f, f.cents() - f.cents() % 100))),
        POINT_LOST(f -> f.cents() < 1_000_000_000_00L, f -> List.of(of(f, f.cents() * 100))),
        SIGN_LOST(f -> f.jointCents() != null && f.jointCents() == 0, f -> List.of(of(f, -f.cents()))),
        JOINT_PART_LOST(
                f -> f.institution() == Institution.EIF && f.jointCents() != null && f.jointCents() != 0,
                f -> List.of(f.of(f.cents(), null, f.mobilisedCents()))),
        PLACE_WRONG(
                f -> f.where().eu() == Membership.IN,
                f -> List.of(f.with(new Where("MA", "mediterranean", Membership.OUT))));

        private final Predicate<Financing> fits;
        private final Function<Financing, List<Financing>> wrong;

        Fault(Predicate<Financing> fits, Function<Financing, List<Financing>> wrong) {
            this.fits = fits;
            this.wrong = wrong;
        }

        private static boolean isKnown(Financing f) {
            var part = f.part(Priority.CLIMATE);
            return part.low().compareTo(part.high()) == 0;
        }

        private static Financing flipped(Financing f) {
            var isIn = f.part(Priority.CLIMATE).low().signum() > 0;
            return f.with(Priority.CLIMATE, isIn ? Part.NONE : Part.WHOLE);
        }

        private static Financing of(Financing f, long cents) {
            return f.of(cents, f.jointCents(), f.mobilisedCents());
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_wrong_row_changes_the_findings_that_speak_of_it_and_no_other(Fault fault) {
        var random = new Random(SEED + fault.name().hashCode());
        var changes = 0;
        for (var i = 0; i < ROWS_PER_FAULT; i++) {
            var rows = new ArrayList<>(ClassifiedSample.FINANCINGS);
            var index = fitting(fault, random);
            var right = rows.remove(index);
            var wrong = fault.wrong.apply(right);
            rows.addAll(wrong);
            var why = "-Dseed=" + SEED + ", " + fault + " of " + right;
            changes += assertOnlyTheseChange(right, wrong, rows, why);
        }
        System.out.println(fault + ": findings changed by " + ROWS_PER_FAULT + " rows: " + changes + " of "
                + ROWS_PER_FAULT * CLAIMS.size());
        assertThat(changes).isPositive();
    }

    @Test
    void a_doubled_loan_of_384_million_turns_the_claims_it_tips_and_no_other() {
        var rows = new ArrayList<>(ClassifiedSample.FINANCINGS);
        rows.add(rows.stream()
                .filter(f -> "2024-0035".equals(f.operation().id()) && f.cents() == 383_895_426_00L)
                .findFirst()
                .orElseThrow());
        var before = headlines(ClassifiedSample.FINANCINGS);
        var after = headlines(rows);
        var turned = SampleClaims.SHIPPED.stream()
                .map(Claim::id)
                .filter(id -> after.get(id) != before.get(id))
                .collect(Collectors.toMap(id -> id, id -> before.get(id) + " " + after.get(id)));
        // The Group's 2024: 88,800,000,000.00 + 383,895,426.00 = 89,183,895,426.00, which is not nearly 89 bn.
        // The EIB's 2024: 76,600,000,000.00 + 383,895,426.00 = 76,983,895,426.00, which does not round to 76.6 bn.
        assertThat(turned)
                .containsOnly(
                        Map.entry("group-signed-2024", "HOLDS FAILS"),
                        Map.entry("group-signed-2024-en", "HOLDS FAILS"),
                        Map.entry("tot-eib-2024", "HOLDS FAILS"));
    }

    private static Map<String, Verdict> headlines(List<Financing> rows) {
        return findings(rows).stream().collect(Collectors.toMap(f -> f.claim().id(), Finding::verdict));
    }

    private static int assertOnlyTheseChange(Financing right, List<Financing> wrong, List<Financing> rows, String why) {
        var after = answers(rows);
        var reference = ClassifiedSample.reference(rows);
        var changes = 0;
        for (var claim : CLAIMS) {
            var is = after.getOrDefault(claim.id(), List.of());
            var isChanged = !is.equals(BEFORE.get(claim.id()));
            if (isUntouched(claim, right, wrong)) {
                assertThat(is).as(why).isEqualTo(BEFORE.get(claim.id()));
            } else {
                var expected = reference.answers(List.of(claim)).stream()
                        .map(Answer::withoutLeftOut)
                        .toList();
                assertThat(is).as(why).isEqualTo(expected);
                var isSilent = expected.stream().allMatch(a -> a.low().isEmpty());
                assertThat(isChanged || isSilent || mayHide(claim, right, wrong))
                        .as("%s, %s, %s", why, claim, is)
                        .isTrue();
            }
            changes += isChanged ? 1 : 0;
        }
        return changes;
    }

    /** What the row brings is what it brought. */
    private static boolean isUntouched(Claim claim, Financing right, List<Financing> wrong) {
        return bring(claim, wrong).equals(bring(claim, List.of(right)))
                && weigh(claim, wrong).equals(weigh(claim, List.of(right)));
    }

    /**
     * A label alone need not move an operation count, a row that may be out, or what is missing or still to come; there
     * the sign of an unknown amount is not seen either. An operation may stay in both years of a growth by its other
     * rows. All else that a row brings is seen.
     */
    private static boolean mayHide(Claim claim, Financing right, List<Financing> wrong) {
        if (claim.measure() == Measure.OPERATIONS_GROWTH) {
            return true;
        }
        var isLabelAlone = bring(claim, wrong).equals(bring(claim, List.of(right)));
        var weighs = weigh(
                        claim, Stream.concat(Stream.of(right), wrong.stream()).toList())
                .get(0);
        var isMaybe = weighs.contains(true);
        var isUnknown = isMaybe || !weighs.get(0).equals(weighs.get(1));
        var isVague = claim.hedge() == Hedge.TARGET
                || claim.period().from() < 2021
                || claim.period().to() > 2025
                || claim.measure() == Measure.OPERATIONS
                || claim.measure() == Measure.MOBILISED
                || claim.measure() == Measure.RATIO
                || claim.measure() == Measure.GROWTH
                || claim.measure() == Measure.JOINT;
        return isVague ? isLabelAlone || isUnknown : isLabelAlone && isMaybe;
    }

    private static List<List<Object>> bring(Claim claim, List<Financing> rows) {
        return rows.stream()
                .map(r -> Reference.brings(claim, r))
                .filter(b -> !b.isEmpty())
                .toList();
    }

    private static List<List<Object>> weigh(Claim claim, List<Financing> rows) {
        return rows.stream()
                .map(r -> Reference.weighs(claim, r))
                .filter(b -> !b.isEmpty())
                .toList();
    }

    private static int fitting(Fault fault, Random random) {
        while (true) {
            var index = random.nextInt(ClassifiedSample.FINANCINGS.size());
            if (fault.fits.test(ClassifiedSample.FINANCINGS.get(index))) {
                return index;
            }
        }
    }

    private static Map<String, List<Answer>> answers(List<Financing> rows) {
        return findings(rows).stream().collect(Collectors.toMap(f -> f.claim().id(), InjectedFaultsTest::answers));
    }

    private static List<Finding> findings(List<Financing> rows) {
        var portfolio = new Judgement.Portfolio(
                CellsOfRows.of(rows, SampleClaims.LABELS),
                ClassifiedSample.reference(rows).groups(CLAIMS),
                ClassifiedSample.COVERAGES,
                ClassifiedSample.COUNTS,
                ClassifiedSample.AS_OF);
        return Judgement.findings(CLAIMS, portfolio);
    }

    private static List<Answer> answers(Finding finding) {
        return Answer.of(List.of(finding)).stream().map(Answer::withoutLeftOut).toList();
    }
}
