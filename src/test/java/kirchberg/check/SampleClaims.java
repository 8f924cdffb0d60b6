package kirchberg.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.judgement.Samples;

/** Claims to ask of the committed sample. */
final class SampleClaims {
    static final List<Claim> SHIPPED = Configuration.claims(List.of(Path.of("data/claims")));
    static final List<Label> LABELS = Stream.concat(
                    Stream.of(Priority.CLIMATE, Priority.COHESION, Priority.DIGITAL, Programme.TECHEU),
                    SHIPPED.stream().map(Claim::of).flatMap(Stream::ofNullable))
            .distinct()
            .toList();
    private static final int RANDOM = 150;

    private SampleClaims() {}

    /**
     * The claims that are shipped, and claims of every measure, institution, place, label and period that the sample
     * can speak of.
     */
    static List<Claim> all(long seed) {
        var random = new Random(seed);
        return Stream.concat(
                        SHIPPED.stream(),
                        IntStream.range(0, RANDOM).mapToObj(i -> Samples.named(claim(random), "random-" + i)))
                .toList();
    }

    private static Claim claim(Random random) {
        var measure = pick(
                random,
                List.of(
                        Measure.AMOUNT,
                        Measure.SHARE,
                        Measure.SHARE,
                        Measure.OPERATIONS,
                        Measure.MOBILISED,
                        Measure.RATIO,
                        Measure.GROWTH,
                        Measure.OPERATIONS_GROWTH,
                        Measure.JOINT));
        var figure = switch (measure) {
            case AMOUNT, MOBILISED, JOINT -> "89 bn EUR";
            case SHARE -> "50 %";
            case GROWTH, OPERATIONS_GROWTH -> random.nextBoolean() ? "10 %" : "2 x";
            case RATIO -> "3 x";
            case OPERATIONS, COUNT -> "900";
        };
        var claim = Samples.claim(measure, pick(random, List.of(Hedge.values())), Figure.parse(figure));
        claim = Samples.by(claim, pick(random, List.of(Institution.EIB, Institution.EIF, Institution.GROUP)));
        claim = Samples.in(
                claim,
                Place.parse(pick(
                        random,
                        List.of(
                                "WORLD",
                                "EU",
                                "NON_EU",
                                "DE",
                                "FR",
                                "GB",
                                "DE+ES+FR",
                                "GB+IT",
                                "region:european_union",
                                "region:UNKNOWN"))));
        claim = claim.during(Period.parse(pick(
                random,
                List.of("2021", "2022", "2023", "2024", "2025", "2020..2022", "2025..2027", "each 2022..2024"))));
        if (measure == Measure.SHARE && random.nextBoolean()) {
            var part = pick(random, List.of("ES", "DE+IT", "EU", "NON_EU", "region:european_union"));
            claim = claim.about(claim.subject().within(Place.WORLD).partIn(Place.parse(part)));
        } else if (measure == Measure.SHARE || random.nextBoolean()) {
            claim = Samples.of(claim, pick(random, LABELS));
        }
        if (measure == Measure.GROWTH || measure == Measure.OPERATIONS_GROWTH) {
            var years = Period.parse(pick(random, List.of("2022", "2023", "2023..2024")));
            claim = claim.during(years)
                    .about(claim.subject().during(years).against(years.later(years.from() - years.to() - 1)));
        }
        return random.nextInt(6) == 0 ? Samples.ownResources(claim) : claim;
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
