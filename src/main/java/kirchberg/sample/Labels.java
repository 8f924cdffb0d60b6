package kirchberg.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kirchberg.domain.Institution;
import kirchberg.sample.Calibration.Measure;
import kirchberg.sample.Calibration.Year;
import kirchberg.sample.Marking.Marks;
import kirchberg.sample.Pots.Money;
import kirchberg.sample.World.Country;
import org.jspecify.annotations.Nullable;

/** Gives one year's operations their money and labels, so that climate and cohesion shares come out as calibrated. */
final class Labels {
    /** Only EIF rows below EUR 5 m leave open what the EIB counts too. */
    private static final long SMALL_CENTS = 500_000_000;

    private final Random random;
    private final Marking marking;
    private final Balance climateEib;
    private final Balance climateEif;
    private final Balance climateHidden;
    private final Balance cohesionEib;
    private final Balance cohesionEif;
    private final Balance cohesionHidden;
    private long jointUnknownRows;

    Labels(Year year, long seed) {
        random = new Random(seed);
        marking = new Marking(year);
        climateEib = new Balance(year.value(Measure.CLIMATE_EIB));
        climateEif = new Balance(year.value(Measure.CLIMATE_EIF));
        climateHidden = new Balance(year.value(Measure.CLIMATE_HIDDEN));
        cohesionEib = new Balance(year.value(Measure.COHESION_EIB));
        cohesionEif = new Balance(year.value(Measure.COHESION_EIF));
        cohesionHidden = new Balance(year.value(Measure.COHESION_HIDDEN));
        jointUnknownRows = year.value(Measure.JOINT_UNKNOWN_ROWS);
    }

    /** What an operation's rows share. */
    private record Shared(Marks marks, int climatePercent, boolean climateStated, boolean prioritiesStated) {}

    /** All rows of the operation; its money is drawn from the pots. */
    List<Financing> financings(Operation operation, Pots pots) {
        var moneys = operation.parts().stream().map(pots::draw).toList();
        var shared = shared(operation, moneys);
        var rows = new ArrayList<Financing>();
        for (int i = 0; i < moneys.size(); i++) {
            var part = operation.parts().get(i);
            var financing = new Financing(operation, part, moneys.get(i), tags(operation, part, moneys.get(i), shared));
            for (int copy = 0; copy < part.copies(); copy++) {
                rows.add(financing);
            }
        }
        return rows;
    }

    private Shared shared(Operation operation, List<Money> moneys) {
        long eib = cents(Institution.EIB, operation, moneys);
        long eif = cents(Institution.EIF, operation, moneys);
        int climate = climate(operation, eib, eif);
        boolean hidden = random.nextInt(100) < 25 && climateHidden.hasRoom(eib + eif);
        climateHidden.add(eib + eif, hidden ? Balance.WHOLE : 0);
        return new Shared(marking.mark(operation, eib + eif, random), climate, !hidden, random.nextInt(100) < 85);
    }

    /** What the Group counts of the institution's parts: the EIF's less what the EIB counts too. */
    private static long cents(Institution institution, Operation operation, List<Money> moneys) {
        return IntStream.range(0, moneys.size())
                .filter(i -> operation.parts().get(i).institution() == institution)
                .mapToLong(i -> (moneys.get(i).amountCents() - moneys.get(i).jointCents())
                        * operation.parts().get(i).copies())
                .sum();
    }

    /** One share for the whole operation, in per cent: the one of three candidates that serves the balance best. */
    private int climate(Operation operation, long eibCents, long eifCents) {
        var usual = operation.sector().climatePercents();
        int first = 100 * usual.get(random.nextInt(usual.size()));
        int second = 100 * usual.get(random.nextInt(usual.size()));
        int third = 500 * random.nextInt(21);
        int share = eibCents > 0
                ? climateEib.choose(eibCents, first, second, third)
                : climateEif.choose(eifCents, first, second, third);
        climateEib.add(eibCents, share);
        climateEif.add(eifCents, share);
        return share / 100;
    }

    private Financing.Tags tags(Operation operation, Operation.Part part, Money money, Shared shared) {
        return new Financing.Tags(
                signedOn(operation),
                shared.marks().name(),
                shared.marks().works(),
                nuts2(part, money),
                shared.prioritiesStated() ? marking.priorities(part, random) : "",
                shared.marks().programmes(),
                shared.climatePercent(),
                shared.climateStated(),
                isJointStated(part, money),
                mobilised(part, money, shared.marks()));
    }

    /** Some parts are signed up to six weeks after the first, still in the year. */
    private LocalDate signedOn(Operation operation) {
        var first = operation.signedOn();
        int day = first.getDayOfYear() + (random.nextInt(100) < 15 ? random.nextInt(43) : 0);
        return first.withDayOfYear(Math.min(365, day));
    }

    private String nuts2(Operation.Part part, Money money) {
        var country = part.country();
        long cents = money.amountCents() * part.copies();
        if (!country.isMember()) {
            cohesionHidden.add(country.inEu() ? cents : 0, Balance.WHOLE);
            return "";
        }
        boolean cohesion = isCohesion(part, cents);
        var regions = cohesion ? country.cohesionRegions() : country.otherRegions();
        var region = regions.get(random.nextInt(regions.size()));
        return isRegionHidden(country, cents) ? "" : region;
    }

    private boolean isCohesion(Operation.Part part, long cents) {
        var country = part.country();
        var balance = part.institution() == Institution.EIB ? cohesionEib : cohesionEif;
        boolean drawn = random.nextInt(5) == 0 ? random.nextBoolean() : balance.choose(cents, 0, Balance.WHOLE) > 0;
        boolean cohesion = country.otherRegions().isEmpty()
                || (drawn && !country.cohesionRegions().isEmpty());
        balance.add(cents, cohesion ? Balance.WHOLE : 0);
        return cohesion;
    }

    /** Where the country decides, the region is not needed and half the rows leave it out. */
    private boolean isRegionHidden(Country country, long cents) {
        if (country.decidesCohesion()) {
            cohesionHidden.add(cents, 0);
            return random.nextBoolean();
        }
        boolean hidden = random.nextInt(100) < 25 && cohesionHidden.hasRoom(cents);
        cohesionHidden.add(cents, hidden ? Balance.WHOLE : 0);
        return hidden;
    }

    private boolean isJointStated(Operation.Part part, Money money) {
        boolean candidate = part.institution() == Institution.EIF
                && !part.isJoint()
                && part.copies() == 1
                && money.amountCents() < SMALL_CENTS;
        if (candidate && jointUnknownRows > 0) {
            jointUnknownRows--;
            return false;
        }
        return true;
    }

    /** Two to five times the amount, in tenths; TechEU rows state it mostly, others seldom, joint rows never. */
    private @Nullable Long mobilised(Operation.Part part, Money money, Marks marks) {
        int tenths = 20 + random.nextInt(31);
        boolean stated = random.nextInt(100) < (marks.isTechEu() ? 92 : 25) && !part.isJoint();
        return stated ? Long.valueOf(money.amountCents() / 10 * tenths) : null;
    }
}
