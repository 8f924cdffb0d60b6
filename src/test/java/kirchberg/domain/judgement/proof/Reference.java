package kirchberg.domain.judgement.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.counting.Corner;
import kirchberg.domain.counting.OperationGroup;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.source.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * What claims and portfolios of any size come to, computed once more in plain Java from rows: sums row by row, and for
 * a share a sweep over the ratios of the rows that may be out. It uses nothing of the judgement.
 *
 * @param rows all financings
 * @param coverages what the sources say that they cover
 * @param counts entries of the reference tables
 * @param asOf day of the judgement
 */
public record Reference(List<Financing> rows, List<Coverage> coverages, Map<String, Long> counts, LocalDate asOf) {

    /**
     * What the reference says of a claim.
     *
     * @param low least possible value as a reduced fraction, empty if there is none
     * @param high greatest; "open" without upper end
     * @param covered whether complete sources cover the scope
     */
    public record Answer(
            String claim,
            String low,
            String high,
            BigDecimal knownEur,
            BigDecimal unknownEur,
            long rowsUsed,
            long rowsLeftOut,
            boolean covered) {

        /** The same, whatever else is in the portfolio. */
        public Answer withoutLeftOut() {
            return new Answer(claim, low, high, knownEur, unknownEur, rowsUsed, 0, covered);
        }

        static Answer silent(String claim) {
            return new Answer(claim, "", "", BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, false);
        }

        /** What a finding says, in the same words; sums with two decimals. */
        public static List<Answer> of(List<Finding> findings) {
            return findings.stream()
                    .flatMap(f -> f.years().isEmpty() ? Stream.of(f) : f.years().stream())
                    .map(Answer::of)
                    .toList();
        }

        private static Answer of(Finding finding) {
            var evidence = finding.evidence();
            var name = name(finding.claim());
            if (evidence == null) {
                return silent(name);
            }
            var high = evidence.possible().high();
            return new Answer(
                    name,
                    fraction(evidence.possible().low()),
                    high == null ? "open" : fraction(high),
                    evidence.knownEur().setScale(2),
                    evidence.unknownEur().setScale(2),
                    evidence.rowsUsed(),
                    evidence.rowsLeftOut(),
                    evidence.covered());
        }

        private static String name(Claim claim) {
            return claim.id() + " " + claim.period().text();
        }
    }

    /** Least and greatest value; high null without upper end. */
    private record Ends(Quotient low, @Nullable Quotient high) {
        static Ends of(BigDecimal low, @Nullable BigDecimal high) {
            return new Ends(Quotient.of(low), high == null ? null : Quotient.of(high));
        }

        Ends lessOne() {
            return new Ends(low.minus(Quotient.ONE), high == null ? null : high.minus(Quotient.ONE));
        }
    }

    /**
     * What a row brings, where it is in.
     *
     * @param amount in EUR, without what the other institution counts too
     * @param maybe whether it may be out, wholly
     */
    private record Share(BigDecimal amount, BigDecimal low, BigDecimal high, boolean maybe) {
        BigDecimal least() {
            return amount.multiply(low).min(amount.multiply(high));
        }

        BigDecimal greatest() {
            return amount.multiply(low).max(amount.multiply(high));
        }

        Share mirrored() {
            return new Share(amount, high.negate(), low.negate(), maybe);
        }

        boolean isKnown() {
            return !maybe && low.compareTo(high) == 0;
        }
    }

    /** What operations are counted by, each key a group of its own, in the views of claims that count them. */
    public List<OperationGroup> groups(Collection<Claim> claims) {
        return claims.stream()
                .filter(c -> c.measure() == Measure.OPERATIONS || c.measure() == Measure.OPERATIONS_GROWTH)
                .map(c -> Optional.ofNullable(c.of()))
                .distinct()
                .flatMap(label -> groups(label.orElse(null)))
                .toList();
    }

    private Stream<OperationGroup> groups(@Nullable Label label) {
        var unnumbered = rows.stream().filter(r -> r.operation().id() == null).toList();
        var ids = rows.stream()
                .filter(r -> r.operation().id() != null)
                .collect(Collectors.groupingBy(r -> String.valueOf(r.operation().id())));
        var names = unnumbered.stream()
                .collect(Collectors.groupingBy(r -> r.operation().key()));
        return Stream.of(
                        ids.values().stream().map(of -> group(label, OperationGroup.Kind.ID, of)),
                        names.values().stream().map(of -> group(label, OperationGroup.Kind.UNNUMBERED_NAME, of)),
                        unnumbered.stream().map(r -> group(label, OperationGroup.Kind.UNNUMBERED_ROW, List.of(r))))
                .flatMap(Function.identity());
    }

    private static OperationGroup group(@Nullable Label label, OperationGroup.Kind kind, List<Financing> of) {
        return new OperationGroup(
                label,
                kind,
                corners(of, r -> label == null || r.part(label).low().signum() > 0),
                corners(of, r -> label == null || r.part(label).high().signum() > 0),
                1);
    }

    private static Set<Corner> corners(List<Financing> of, Predicate<Financing> carries) {
        return of.stream()
                .filter(carries)
                .map(r -> new Corner(
                        r.institution(),
                        r.stage(),
                        r.year(),
                        r.where().country(),
                        r.where().region(),
                        r.where().eu()))
                .collect(Collectors.toSet());
    }

    /** One answer per claim; of a claim about each year one per year. */
    public List<Answer> answers(Collection<Claim> claims) {
        return claims.stream().flatMap(this::answers).toList();
    }

    /** What a row brings to a claim's evidence: nothing, or whose year, what amount, and whether it is all known. */
    public static List<Object> brings(Claim claim, Financing row) {
        var against = claim.against();
        if (claim.outOfReach() != null || claim.measure() == Measure.COUNT) {
            return List.of();
        }
        if (against != null && Completions.mayBeIn(claim.during(against), row)) {
            return Stream.concat(Stream.of("against"), brings(amountsOf(claim).during(against), row).stream())
                    .toList();
        }
        if (!Completions.mayBeIn(claim, row)) {
            return List.of();
        }
        var year = claim.period().each() ? row.year() : 0;
        var shares = shares(claim, row)
                .map(s -> List.of(s.amount(), s.maybe(), s.isKnown()))
                .toList();
        return List.of(year, shares);
    }

    private static boolean grows(Claim claim) {
        return claim.measure() == Measure.GROWTH || claim.measure() == Measure.OPERATIONS_GROWTH;
    }

    /** What a growth compares: the amount, or the number of operations. */
    private static Claim amountsOf(Claim growth) {
        var measure = growth.measure() == Measure.GROWTH ? Measure.AMOUNT : Measure.OPERATIONS;
        return growth.about(growth.subject().measuring(measure).against(null));
    }

    /** What a row that belongs brings to the figure itself beside its amount: its part, and what it mobilises. */
    public static List<Object> weighs(Claim claim, Financing row) {
        return brings(claim, row).isEmpty()
                ? List.of()
                : List.of(
                        low(claim, row),
                        high(claim, row),
                        Completions.mayBeOut(claim, row),
                        Optional.ofNullable(row.mobilisedCents()),
                        Optional.ofNullable(claim.measure() == Measure.JOINT ? row.jointCents() : null));
    }

    private Stream<Answer> answers(Claim claim) {
        if (claim.outOfReach() != null || !claim.period().each()) {
            return Stream.of(answer(claim));
        }
        return claim.period().years().stream().map(y -> answer(claim.during(Period.year(y))));
    }

    private Answer answer(Claim claim) {
        var name = Answer.name(claim);
        if (claim.outOfReach() != null) {
            return Answer.silent(name);
        }
        var seen = grows(claim) ? growth(claim) : seen(claim);
        if (seen.possible() == null || (seen.used().isEmpty() && !seen.covered())) {
            return Answer.silent(name);
        }
        var shares = seen.shares();
        return new Answer(
                name,
                fraction(seen.possible().low()),
                seen.possible().high() == null
                        ? "open"
                        : fraction(seen.possible().high()),
                absolute(shares.stream().filter(Share::isKnown), Share::amount),
                absolute(
                        shares.stream().filter(s -> !s.isKnown()),
                        s -> s.amount().abs()),
                seen.used().size(),
                rows.size() - seen.used().size(),
                seen.covered());
    }

    /**
     * What a claim comes to.
     *
     * @param used rows that may be in
     * @param shares what they bring to the signed amount
     * @param possible with what is missing or still to come; null if there is no such value
     */
    private record Seen(
            List<Financing> used,
            List<Share> shares,
            boolean covered,
            @Nullable Ends possible) {}

    /** Each of the two figures by itself, with what is missing of it, and then one over the other. */
    private Seen growth(Claim claim) {
        var later = seen(amountsOf(claim));
        var earlier = seen(amountsOf(claim).during(Objects.requireNonNull(claim.against())));
        var multiple = later.possible() == null || earlier.possible() == null
                ? Optional.<Ends>empty()
                : over(later.possible(), earlier.possible());
        return new Seen(
                Stream.concat(later.used().stream(), earlier.used().stream()).toList(),
                Stream.concat(later.shares().stream(), earlier.shares().stream())
                        .toList(),
                later.covered() && earlier.covered(),
                multiple.map(m -> claim.figure().unit() == Unit.RATIO ? m : m.lessOne())
                        .orElse(null));
    }

    /**
     * Quotients are least and greatest where both numbers are at an end, or come near one: near nothing below, a later
     * number above zero grows without limit and one below zero falls without limit; without limit below, it vanishes.
     */
    private static Optional<Ends> over(Ends later, Ends earlier) {
        var high = later.high();
        var isNearNothing = earlier.low().numerator().signum() <= 0;
        var divisors = Stream.of(Optional.of(earlier.low()), Optional.ofNullable(earlier.high()))
                .flatMap(Optional::stream)
                .filter(q -> q.numerator().signum() > 0)
                .toList();
        var isWithoutLimit = earlier.high() == null;
        if ((divisors.isEmpty() && !isWithoutLimit)
                || (isNearNothing && later.low().numerator().signum() < 0)) {
            return Optional.empty();
        }
        var values = new TreeSet<Quotient>();
        Stream.of(Optional.of(later.low()), Optional.ofNullable(high))
                .flatMap(Optional::stream)
                .flatMap(n -> divisors.stream().map(d -> divided(n, d)))
                .forEach(values::add);
        if (isWithoutLimit) {
            values.add(Quotient.ZERO);
        }
        var isOpen = high == null || (isNearNothing && high.numerator().signum() > 0);
        return Optional.of(new Ends(values.first(), isOpen ? null : values.last()));
    }

    private static Quotient divided(Quotient above, Quotient below) {
        return new Quotient(
                above.numerator().multiply(below.denominator()),
                above.denominator().multiply(below.numerator()));
    }

    private Seen seen(Claim claim) {
        var used = claim.measure() == Measure.COUNT
                ? List.<Financing>of()
                : rows.stream().filter(r -> Completions.mayBeIn(claim, r)).toList();
        var lastDay = LocalDate.of(claim.period().to(), 12, 31);
        var isOnItsWay = claim.hedge() == Hedge.TARGET && claim.measure() != Measure.COUNT && !asOf.isAfter(lastDay);
        var first = LocalDate.of(claim.period().from(), 1, 1);
        var until = isOnItsWay ? asOf : lastDay;
        var lastAsked = isOnItsWay && !until.isBefore(first) ? first : until;
        var covered = claim.measure() == Measure.COUNT || isCovered(claim, first, lastAsked);
        var found = found(claim, used);
        var possible = found.map(f -> covered && !isOnItsWay ? f : widened(claim, f));
        return new Seen(used, signed(claim, used), covered, possible.orElse(null));
    }

    private static BigDecimal absolute(Stream<Share> shares, Function<Share, BigDecimal> part) {
        return shares.map(part).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private Optional<Ends> found(Claim claim, List<Financing> used) {
        return switch (claim.measure()) {
            case COUNT ->
                Optional.ofNullable(counts.get(claim.counts()))
                        .map(BigDecimal::valueOf)
                        .map(n -> Ends.of(n, n));
            case OPERATIONS -> Optional.of(operations(claim, used));
            case AMOUNT -> Optional.of(amount(signed(claim, used)));
            case SHARE -> share(signed(claim, used));
            case MOBILISED -> Optional.of(mobilised(claim, used));
            case RATIO -> ratio(mobilised(claim, used), amount(signed(claim, used)));
            case JOINT -> Optional.of(amount(joint(claim, used)));
            case GROWTH, OPERATIONS_GROWTH -> throw new AssertionError(claim.measure());
        };
    }

    /** Of a row of the EIF that does not say what both count, anything up to the whole. */
    private static List<Share> joint(Claim claim, List<Financing> used) {
        return used.stream()
                .filter(r -> r.institution() == Institution.EIF)
                .map(r -> new Share(
                        BigDecimal.valueOf(r.jointCents() == null ? r.cents() : r.jointCents(), 2),
                        low(claim, r),
                        high(claim, r),
                        r.jointCents() == null || Completions.mayBeOut(claim, r)))
                .toList();
    }

    private static List<Share> signed(Claim claim, List<Financing> used) {
        return used.stream().flatMap(r -> shares(claim, r)).toList();
    }

    private static Stream<Share> shares(Claim claim, Financing row) {
        var isShared = claim.institution() == Institution.GROUP && row.institution() == Institution.EIF;
        var joint = row.jointCents();
        var amount = BigDecimal.valueOf(row.cents() - (isShared && joint != null ? joint : 0), 2);
        var maybe = Completions.mayBeOut(claim, row) || (isShared && joint == null);
        return amount.signum() == 0
                ? Stream.empty()
                : Stream.of(new Share(amount, low(claim, row), high(claim, row), maybe));
    }

    private static BigDecimal low(Claim claim, Financing row) {
        var place = claim.ofPlace();
        if (place != null) {
            return Completions.isSurelyAt(place, row) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return claim.of() == null ? BigDecimal.ONE : row.part(claim.of()).low();
    }

    private static BigDecimal high(Claim claim, Financing row) {
        var place = claim.ofPlace();
        if (place != null) {
            return Completions.mayBeAt(place, row) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return claim.of() == null ? BigDecimal.ONE : row.part(claim.of()).high();
    }

    private static Ends amount(List<Share> shares) {
        var low = BigDecimal.ZERO;
        var high = BigDecimal.ZERO;
        for (var s : shares) {
            low = low.add(s.maybe() ? s.least().min(BigDecimal.ZERO) : s.least());
            high = high.add(s.maybe() ? s.greatest().max(BigDecimal.ZERO) : s.greatest());
        }
        return Ends.of(low, high);
    }

    private static Ends mobilised(Claim claim, List<Financing> used) {
        var low = BigDecimal.ZERO;
        var high = BigDecimal.ZERO;
        var isOpen = false;
        for (var r : used) {
            var stated = BigDecimal.valueOf(r.mobilisedCents() == null ? 0 : r.mobilisedCents(), 2);
            low = low.add(Completions.mayBeOut(claim, r) ? BigDecimal.ZERO : stated.multiply(low(claim, r)));
            high = high.add(stated.multiply(high(claim, r)));
            isOpen |= r.mobilisedCents() == null && high(claim, r).signum() > 0;
        }
        return Ends.of(low, isOpen ? null : high);
    }

    private static Optional<Ends> ratio(Ends over, Ends under) {
        var most = Objects.requireNonNull(under.high()).numerator();
        var least = under.low().numerator();
        if (most.signum() <= 0) {
            return Optional.empty();
        }
        var high = over.high() == null || least.signum() <= 0
                ? null
                : new Quotient(over.high().numerator(), least);
        return Optional.of(new Ends(new Quotient(over.low().numerator(), most), high));
    }

    private static Optional<Ends> share(List<Share> shares) {
        var least = shares.stream()
                .map(s -> s.maybe() ? s.amount().min(BigDecimal.ZERO) : s.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var mayCancel = shares.stream().anyMatch(s -> s.amount().signum() < 0);
        if (mayCancel ? least.signum() <= 0 : shares.isEmpty()) {
            return Optional.empty();
        }
        var alike = alike(shares);
        var mirrored = sweep(alike.stream().map(Share::mirrored).toList());
        return Optional.of(new Ends(new Quotient(mirrored.numerator().negate(), mirrored.denominator()), sweep(alike)));
    }

    /** Rows of one sign and one label are better in or out together. */
    private static Collection<Share> alike(List<Share> shares) {
        return shares.stream()
                .collect(Collectors.toMap(
                        s -> List.of(s.amount().signum(), s.low(), s.high(), s.maybe()),
                        Function.identity(),
                        (a, b) -> new Share(a.amount().add(b.amount()), a.low(), a.high(), a.maybe())))
                .values();
    }

    /**
     * The greatest share. Whatever it is, rows that may be out are in if their own ratio is above it and out if below
     * (the other way round for cancellations), so one of the sets "in from this ratio on" gives it: each is tried.
     */
    private static Quotient sweep(Collection<Share> shares) {
        var ratios = new TreeSet<BigDecimal>();
        ratios.add(new BigDecimal("9"));
        ratios.add(new BigDecimal("-9"));
        shares.forEach(s -> ratios.add(ratio(s)));
        return ratios.stream()
                .flatMap(ratio -> quotient(shares.stream()
                        .filter(s -> !s.maybe() || isIn(s, ratio))
                        .toList()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static BigDecimal ratio(Share share) {
        return share.amount().signum() < 0 ? share.low() : share.high();
    }

    private static boolean isIn(Share share, BigDecimal from) {
        var side = ratio(share).compareTo(from);
        return share.amount().signum() < 0 ? side < 0 : side >= 0;
    }

    private static Stream<Quotient> quotient(List<Share> in) {
        var over = in.stream().map(Share::greatest).reduce(BigDecimal.ZERO, BigDecimal::add);
        var under = in.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return under.signum() > 0 ? Stream.of(new Quotient(over, under)) : Stream.empty();
    }

    /**
     * Distinct operations. Fewest: each row without an id is one of an operation that has one, as far as there are as
     * many as names, for one operation has one name. Most: each row without an id is an operation of its own.
     */
    private static Ends operations(Claim claim, List<Financing> used) {
        var ids = new HashSet<@Nullable String>();
        var certainIds = new HashSet<@Nullable String>();
        var certainNames = new HashSet<String>();
        var alone = 0;
        for (var r : used) {
            var isCertain = !Completions.mayBeOut(claim, r) && low(claim, r).signum() > 0;
            if (high(claim, r).signum() == 0) {
                continue;
            }
            alone += r.operation().id() == null ? 1 : 0;
            Stream.ofNullable(r.operation().id()).forEach(ids::add);
            if (isCertain) {
                Stream.ofNullable(r.operation().id()).forEach(certainIds::add);
                (r.operation().id() == null ? certainNames : new HashSet<String>())
                        .add(r.operation().key());
            }
        }
        return Ends.of(
                BigDecimal.valueOf(Math.max(certainIds.size(), certainNames.size())),
                BigDecimal.valueOf(ids.size() + alone));
    }

    /** What is missing or still to come: of an amount or a count, more of it; of a share or a ratio, anything. */
    private static Ends widened(Claim claim, Ends found) {
        return switch (claim.measure()) {
            case SHARE ->
                new Ends(
                        Stream.of(found.low(), Quotient.ZERO)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        Stream.of(Objects.requireNonNull(found.high()), Quotient.ONE)
                                .max(Comparator.naturalOrder())
                                .orElseThrow());
            case RATIO -> Ends.of(BigDecimal.ZERO, null);
            case AMOUNT, OPERATIONS, MOBILISED, JOINT, COUNT -> new Ends(found.low(), null);
            case GROWTH, OPERATIONS_GROWTH -> throw new AssertionError(claim.measure());
        };
    }

    private boolean isCovered(Claim claim, LocalDate from, LocalDate to) {
        return from.isAfter(to) || from.datesUntil(to.plusDays(1)).allMatch(day -> isCovered(claim, day));
    }

    /** Day by day, institution by institution; the world is the EU and the rest. */
    private boolean isCovered(Claim claim, LocalDate day) {
        var halves = claim.place().equals(Place.WORLD) ? Set.of(Place.EU, Place.NON_EU) : Set.of(claim.place());
        var books = claim.institution() == Institution.GROUP
                ? Set.of(Institution.EIB, Institution.EIF)
                : Set.of(claim.institution());
        return books.stream()
                .allMatch(b -> halves.stream()
                        .allMatch(half -> coverages.stream()
                                .anyMatch(c -> c.complete()
                                        && c.stage() == claim.stage()
                                        && (c.institution() == b
                                                || (c.institution() == Institution.GROUP
                                                        && b != Institution.COMMISSION))
                                        && (c.place().equals(half) || c.place().equals(Place.WORLD))
                                        && !day.isBefore(c.from())
                                        && !day.isAfter(c.to()))));
    }

    private static String fraction(Quotient value) {
        var scale = Math.max(
                0, Math.max(value.numerator().scale(), value.denominator().scale()));
        var over = value.numerator().movePointRight(scale).toBigIntegerExact();
        var under = value.denominator().movePointRight(scale).toBigIntegerExact();
        var common = over.gcd(under).max(BigInteger.ONE);
        return over.divide(common) + "/" + under.divide(common);
    }
}
