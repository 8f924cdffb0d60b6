package kirchberg.sample;

import java.math.BigInteger;
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

    private final List<Country> countries;
    private final List<Pot> eib;
    private final List<Pot> eif;
    private final Pot eibJoint = new Pot();
    private final Pot eifJoint = new Pot();
    private final Pot countedTwice = new Pot();

    Pots(List<Country> countries) {
        this.countries = countries;
        this.eib = Stream.generate(Pot::new).limit(countries.size()).toList();
        this.eif = Stream.generate(Pot::new).limit(countries.size()).toList();
    }

    void weigh(Operation operation) {
        for (var part : operation.parts()) {
            pot(part).weight += part.weight() * part.copies();
            if (part.isJoint() && part.institution() == Institution.EIF) {
                countedTwice.weight += part.jointWeight();
            }
        }
    }

    /**
     * Fills the pots with the year's totals. A joint part weighs 70 to 100 of 100 as much in what both count as in the
     * EIF's amount, so that pots of 1.5 and 1.6 times that sum always cover it.
     */
    void fill(Year year) {
        countedTwice.cents = year.joint();
        eifJoint.cents = year.joint() / 10 * 15;
        eibJoint.cents = year.joint() / 10 * 16;
        long eibInside = part(year.value(Measure.EIB), year.value(Measure.EIB_INSIDE_EU));
        long eifInside = part(year.value(Measure.EIF), year.value(Measure.EIF_INSIDE_EU));
        spread(eib, true, eibInside - eibJoint.cents, year.year());
        spread(eib, false, year.value(Measure.EIB) - eibInside, year.year());
        spread(eif, true, eifInside - eifJoint.cents, year.year());
        spread(eif, false, year.value(Measure.EIF) - eifInside, year.year());
    }

    /** The money of one row of the part. */
    Money draw(Operation.Part part) {
        boolean ofEif = part.institution() == Institution.EIF;
        long amount = pot(part).draw(part.weight() * part.copies(), ofEif ? EIF_STEP : EIB_STEP);
        long joint = ofEif && part.isJoint() ? countedTwice.draw(part.jointWeight(), 1) : 0;
        return new Money(amount / part.copies(), joint);
    }

    private Pot pot(Operation.Part part) {
        boolean ofEif = part.institution() == Institution.EIF;
        if (part.isJoint()) {
            return ofEif ? eifJoint : eibJoint;
        }
        return (ofEif ? eif : eib).get(part.country().index());
    }

    private static long part(long cents, long basisPoints) {
        return cents / 10_000 * basisPoints;
    }

    private void spread(List<Pot> pots, boolean inEu, long budget, int year) {
        var open = countries.stream()
                .filter(country -> country.inEu() == inEu && pots.get(country.index()).weight > 0)
                .toList();
        long weights = open.stream().mapToLong(country -> country.weight(year)).sum();
        long left = budget;
        for (var country : open) {
            long cents = budget / EIB_STEP * country.weight(year) / weights * EIB_STEP;
            pots.get(country.index()).cents = cents;
            left -= cents;
        }
        pots.get(open.get(0).index()).cents += left;
    }
}
