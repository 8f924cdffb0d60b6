package kirchberg.sample;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.sample.Calibration.Measure;
import kirchberg.sample.Calibration.Year;
import kirchberg.sample.World.Country;

/**
 * The money of one year, shared out exactly: parts are weighed first, then the pots are filled, then each part draws
 * its amount in the order of weighing. What a pot held is what its parts got, to the cent.
 */
final class Pots {
    /** Amounts of the EIB are whole euro, of the EIF even cents, so that two equal rows can halve them. */
    private static final long EIB_STEP = 200;

    private static final long EIF_STEP = 2;

    /** EUR 10,000 in cents: countries are weighed in it, so that products stay within a long. */
    private static final long UNIT = 1_000_000;

    /**
     * What one row gets, in cents.
     *
     * @param jointCents the part of an EIF row that an EIB row counts too
     */
    record Money(long amountCents, long jointCents) {}

    private static final class Pot {
        private long weight;
        private long drawn;
        private long cents;
        private long given;

        long draw(long ownWeight, long step) {
            drawn += ownWeight;
            long end = drawn == weight
                    ? cents
                    : BigInteger.valueOf(cents / step)
                                    .multiply(BigInteger.valueOf(drawn))
                                    .divide(BigInteger.valueOf(weight))
                                    .longValueExact()
                            * step;
            long amount = end - given;
            given = end;
            return amount;
        }
    }

    /** The pots of one institution: one for each country, and one for the parts that both institutions count. */
    private static final class Purse {
        private final List<Country> countries;
        private final List<Pot> byCountry;
        private final Pot joint = new Pot();
        private final long[] jointWeights;

        Purse(List<Country> countries) {
            this.countries = countries;
            this.byCountry = Stream.generate(Pot::new).limit(countries.size()).toList();
            this.jointWeights = new long[countries.size()];
        }

        Pot pot(Operation.Part part) {
            return part.isJoint() ? joint : byCountry.get(part.country().index());
        }

        void weigh(Operation.Part part) {
            long weight = part.weight() * part.copies();
            pot(part).weight += weight;
            jointWeights[part.country().index()] += part.isJoint() ? weight : 0;
        }

        void fill(long cents, long insideCents, int year) {
            spread(true, insideCents, year);
            spread(false, cents - insideCents, year);
        }

        /** Each country that has rows gets its share, less about what its joint parts draw from their own pot. */
        private void spread(boolean inEu, long cents, int year) {
            var open = countries.stream()
                    .filter(country -> country.inEu() == inEu && byCountry.get(country.index()).weight > 0)
                    .toList();
            long weights =
                    open.stream().mapToLong(country -> country.weight(year)).sum();
            var shares = open.stream()
                    .mapToLong(country -> share(country, cents / UNIT * country.weight(year) / weights))
                    .toArray();
            long budget = cents - (inEu ? joint.cents : 0);
            long whole = Arrays.stream(shares).sum();
            long left = budget;
            for (int i = 0; i < shares.length; i++) {
                var pot = byCountry.get(open.get(i).index());
                pot.cents = budget / EIB_STEP * shares[i] / whole * EIB_STEP;
                left -= pot.cents;
            }
            byCountry.get(open.get(0).index()).cents += left;
        }

        private long share(Country country, long fair) {
            long drawnJointly =
                    joint.weight == 0 ? 0 : joint.cents / UNIT * jointWeights[country.index()] / joint.weight;
            return Math.max(1 + fair / 4, fair - drawnJointly);
        }
    }

    private final Purse eib;
    private final Purse eif;
    private final Pot countedTwice = new Pot();

    Pots(List<Country> countries) {
        this.eib = new Purse(countries);
        this.eif = new Purse(countries);
    }

    void weigh(Operation operation) {
        for (var part : operation.parts()) {
            purse(part).weigh(part);
            countedTwice.weight += part.institution() == Institution.EIF ? part.jointWeight() : 0;
        }
    }

    /**
     * Fills the pots with the year's totals. A joint part weighs 70 to 100 of 100 as much in what both count as in the
     * EIF's amount, so that pots of 1.5 and 1.6 times that sum always cover it.
     */
    void fill(Year year) {
        countedTwice.cents = year.joint();
        eif.joint.cents = year.joint() / 10 * 15;
        eib.joint.cents = year.joint() / 10 * 16;
        long eibCents = year.value(Measure.EIB);
        long eifCents = year.value(Measure.EIF);
        eib.fill(eibCents, part(eibCents, year.value(Measure.EIB_INSIDE_EU)), year.year());
        eif.fill(eifCents, part(eifCents, year.value(Measure.EIF_INSIDE_EU)), year.year());
    }

    /** The money of one row of the part. */
    Money draw(Operation.Part part) {
        boolean ofEif = part.institution() == Institution.EIF;
        long amount = purse(part).pot(part).draw(part.weight() * part.copies(), ofEif ? EIF_STEP : EIB_STEP);
        long joint = ofEif && part.isJoint() ? countedTwice.draw(part.jointWeight(), 1) : 0;
        return new Money(amount / part.copies(), joint);
    }

    private Purse purse(Operation.Part part) {
        return part.institution() == Institution.EIF ? eif : eib;
    }

    private static long part(long cents, long basisPoints) {
        return cents / 10_000 * basisPoints;
    }
}
