package kirchberg.domain.judgement.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.judgement.Samples;
import kirchberg.domain.judgement.proof.Completions.Option;
import kirchberg.domain.judgement.proof.Financing.Part;
import org.jspecify.annotations.Nullable;

/** Ways to compute amounts and shares that look right and are not; the functions hold no state. */
@SuppressWarnings("ImmutableEnumChecker")
enum NaiveFormula {
    /** Least numerator over greatest denominator, and the other way round. */
    ENDS_DIVIDED(NaiveFormula::endsDivided),
    /** Least and greatest numerator, both over the whole amount, whatever may be out of it. */
    WHOLE_AMOUNT_BELOW(NaiveFormula::overWhole),
    /** A row that may be in is taken if it betters the share of the rows before it, and never looked at again. */
    GREEDY_WITHOUT_SWEEP(NaiveFormula::greedy),
    /** The least label gives the least amount, even of a cancellation. */
    SIGN_IGNORED(NaiveFormula::signIgnored),
    /** Shares are rounded to four digits. */
    ROUNDED(NaiveFormula::rounded),
    /** A row that may be in is in. */
    MAYBE_IS_IN(NaiveFormula::maybeIsIn),
    /** A row that may be in is out. */
    MAYBE_IS_OUT((claim, rows) -> exactly(
            claim, rows.stream().filter(r -> !Completions.mayBeOut(claim, r)).toList())),
    /** A label that is not known is not there. */
    UNKNOWN_IS_ZERO((claim, rows) -> exactly(claim, labelled(claim, rows, p -> new Part(p.low(), p.low())))),
    /** A label that is not known is half there. */
    MIDPOINT((claim, rows) -> exactly(claim, labelled(claim, rows, NaiveFormula::middle))),
    /** Rows whose label is not known are left out, above and below. */
    UNKNOWN_IS_DROPPED((claim, rows) ->
            exactly(claim, rows.stream().filter(r -> isLabelKnown(claim, r)).toList())),
    /** A joint part that is not known is none. */
    UNSHARED_IS_ZERO((claim, rows) -> exactly(claim, changed(rows, r -> r.jointCents() == null ? unshared(r) : r))),
    /** The Group is the sum of both institutions. */
    JOINT_COUNTS_TWICE((claim, rows) -> exactly(claim, changed(rows, NaiveFormula::unshared))),
    /** All money is the bank's own. */
    MANDATES_ARE_OWN((claim, rows) -> exactly(ofAllResources(claim), rows)),
    /** Rows that look alike are added up first, cancellations included. */
    SIGNS_ARE_NETTED((claim, rows) -> exactly(claim, netted(claim, rows)));

    private final BiFunction<Claim, List<Financing>, Optional<Interval>> formula;

    NaiveFormula(BiFunction<Claim, List<Financing>, Optional<Interval>> formula) {
        this.formula = formula;
    }

    /** What the formula says of an amount or a share. */
    Optional<Interval> of(Claim claim, List<Financing> rows) {
        return formula.apply(claim, rows);
    }

    /** What is right, by enumeration. */
    static Optional<Interval> exactly(Claim claim, List<Financing> rows) {
        return exactly(claim.measure(), Completions.signed(claim, rows));
    }

    private static Optional<Interval> exactly(Measure measure, List<List<Option>> options) {
        var completions = Completions.of(options);
        return measure == Measure.SHARE ? completions.share() : Optional.of(completions.amount());
    }

    private static Optional<Interval> endsDivided(Claim claim, List<Financing> rows) {
        var options = Completions.signed(claim, rows);
        var least = sum(options, o -> least(o, Option::denominator));
        if (claim.measure() != Measure.SHARE || least <= 0) {
            return exactly(claim, rows);
        }
        return ends(
                share(
                        sum(options, o -> least(o, Option::numerator)),
                        sum(options, o -> greatest(o, Option::denominator))),
                share(sum(options, o -> greatest(o, Option::numerator)), least));
    }

    private static Optional<Interval> overWhole(Claim claim, List<Financing> rows) {
        var options = Completions.signed(claim, rows);
        var whole = sum(options, o -> greatest(o, Option::denominator));
        if (claim.measure() != Measure.SHARE
                || whole <= 0
                || exactly(claim, rows).isEmpty()) {
            return exactly(claim, rows);
        }
        return ends(
                share(sum(options, o -> least(o, Option::numerator)), whole),
                share(sum(options, o -> greatest(o, Option::numerator)), whole));
    }

    private static Optional<Interval> greedy(Claim claim, List<Financing> rows) {
        if (claim.measure() != Measure.SHARE || exactly(claim, rows).isEmpty()) {
            return exactly(claim, rows);
        }
        var options = Completions.signed(claim, rows);
        var least = greedy(options, -1);
        var greatest = greedy(options, 1);
        return least.isEmpty() || greatest.isEmpty() ? Optional.empty() : ends(least.get(), greatest.get());
    }

    private static Optional<Quotient> greedy(List<List<Option>> options, int sign) {
        var sorted = new ArrayList<>(options);
        sorted.sort((a, b) -> Boolean.compare(a.contains(Option.NOTHING), b.contains(Option.NOTHING)));
        var reached = Option.NOTHING;
        for (var row : sorted) {
            Option best = null;
            for (var option : row) {
                var next = new Option(
                        reached.numerator() + option.numerator(), reached.denominator() + option.denominator());
                best = best == null || isBetter(next, best, sign) ? next : best;
            }
            reached = best == null ? reached : best;
        }
        return reached.denominator() > 0
                ? Optional.of(share(reached.numerator(), reached.denominator()))
                : Optional.empty();
    }

    private static boolean isBetter(Option next, Option best, int sign) {
        return best.denominator() <= 0
                || (next.denominator() > 0
                        && sign * (next.numerator() * best.denominator() - best.numerator() * next.denominator()) > 0);
    }

    private static Optional<Interval> signIgnored(Claim claim, List<Financing> rows) {
        var below = exactly(claim, labelled(claim, rows, p -> new Part(p.low(), p.low())));
        var above = exactly(claim, labelled(claim, rows, p -> new Part(p.high(), p.high())));
        return below.isEmpty() || above.isEmpty()
                ? Optional.empty()
                : ends(below.get().low(), above.map(Interval::high).orElseThrow());
    }

    private static Optional<Interval> rounded(Claim claim, List<Financing> rows) {
        return exactly(claim, rows).flatMap(i -> ends(rounded(i.low()), rounded(Objects.requireNonNull(i.high()))));
    }

    private static Quotient rounded(Quotient value) {
        return Quotient.of(value.rounded(4, RoundingMode.HALF_UP));
    }

    private static Optional<Interval> maybeIsIn(Claim claim, List<Financing> rows) {
        var options = Completions.signed(claim, rows).stream()
                .map(row -> row.size() == 1
                        ? row
                        : row.stream().filter(o -> !o.equals(Option.NOTHING)).toList())
                .toList();
        return exactly(claim.measure(), options);
    }

    private static Claim ofAllResources(Claim claim) {
        return Samples.in(
                        Samples.by(
                                claim.of() == null
                                        ? Samples.claim(claim.measure(), claim.hedge(), claim.figure())
                                        : Samples.of(
                                                Samples.claim(claim.measure(), claim.hedge(), claim.figure()),
                                                claim.of()),
                                claim.institution()),
                        claim.place())
                .during(claim.period());
    }

    private static List<Financing> labelled(Claim claim, List<Financing> rows, UnaryOperator<Part> change) {
        var label = claim.of();
        return label == null ? rows : changed(rows, r -> r.with(label, change.apply(r.part(label))));
    }

    private static Part middle(Part part) {
        var half = part.low().add(part.high()).multiply(new BigDecimal("0.5"));
        return new Part(half, half);
    }

    private static boolean isLabelKnown(Claim claim, Financing row) {
        var label = claim.of();
        return label == null || row.part(label).low().compareTo(row.part(label).high()) == 0;
    }

    private static List<Financing> changed(List<Financing> rows, UnaryOperator<Financing> change) {
        return rows.stream().map(change).toList();
    }

    private static Financing unshared(Financing row) {
        return row.of(row.cents(), 0L, row.mobilisedCents());
    }

    /** Of rows that no claim can tell apart one is left, with their sum. */
    private static List<Financing> netted(Claim claim, List<Financing> rows) {
        var label = claim.of();
        var net = new LinkedHashMap<List<@Nullable Object>, Financing>();
        for (var r : rows) {
            List<@Nullable Object> key = Arrays.asList(
                    r.institution(),
                    r.stage(),
                    r.year(),
                    r.where(),
                    label == null ? null : r.part(label),
                    r.jointCents() == null);
            net.merge(
                    key,
                    r,
                    (a, b) -> a.of(
                            a.cents() + b.cents(),
                            a.jointCents() == null || b.jointCents() == null
                                    ? null
                                    : Long.valueOf(a.jointCents() + b.jointCents()),
                            null));
        }
        return List.copyOf(net.values());
    }

    private static long sum(List<List<Option>> options, ToLongFunction<List<Option>> end) {
        return options.stream().mapToLong(end).sum();
    }

    private static long least(List<Option> row, ToLongFunction<Option> side) {
        return row.stream().mapToLong(side).min().orElse(0);
    }

    private static long greatest(List<Option> row, ToLongFunction<Option> side) {
        return row.stream().mapToLong(side).max().orElse(0);
    }

    private static Quotient share(long numerator, long denominator) {
        return new Quotient(BigDecimal.valueOf(numerator, 2), BigDecimal.valueOf(denominator));
    }

    private static Optional<Interval> ends(Quotient one, Quotient other) {
        return Optional.of(one.compareTo(other) < 0 ? Interval.closed(one, other) : Interval.closed(other, one));
    }
}
