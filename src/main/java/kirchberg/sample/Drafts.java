package kirchberg.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import kirchberg.domain.Institution;
import kirchberg.sample.Calibration.Measure;
import kirchberg.sample.Calibration.Year;
import kirchberg.sample.World.Country;
import kirchberg.sample.World.Sector;
import kirchberg.sample.World.Urn;

/** The operations of one year before money and labels: the same ones as often as they are asked for. */
final class Drafts {
    /** Relative sizes of operations: a few are much larger than most. */
    private static final int[] SIZES = {10, 15, 20, 30, 40, 60, 90, 140};

    private final List<Country> members;
    private final List<Sector> sectors;
    private final Urn<Country> insideEu;
    private final Urn<Country> outsideEu;
    private final Urn<Country> outsideEuOfEif;
    private final Urn<Country> world;
    private final Urn<Country> worldOfEif;
    private final Urn<Sector> sectorsOfEib;
    private final Urn<Sector> sectorsOfEif;
    private final Urn<Country> jointly;
    private final Year year;

    Drafts(World world, Year year) {
        this.year = year;
        this.members = world.countries().stream().filter(Country::isMember).toList();
        this.sectors = world.sectors();
        this.insideEu = world.urn(Country::isMember);
        this.outsideEu = world.urn(country -> !country.inEu());
        this.outsideEuOfEif = world.urn(country -> !country.inEu() && country.ofEif());
        this.world = world.urn(country -> true);
        this.worldOfEif = world.urn(Country::ofEif);
        this.sectorsOfEib = Urn.of(sectors, Sector::rowsOfEib);
        this.sectorsOfEif = Urn.of(sectors, Sector::rowsOfEif);
        this.jointly = Urn.of(members, country -> country.rows() * country.rows());
    }

    /** Who takes part in an operation. */
    private enum Kind {
        JOINT,
        EIB,
        EIF
    }

    /** Hands over {@code operations} operations that have {@code rows} rows together. */
    void each(long rows, long operations, long seed, Consumer<Operation> sink) {
        var random = new Random(seed);
        long left = rows;
        for (long number = 0; number < operations; number++) {
            int size = size(left, operations - number, number == 0 ? 2 : 1, random);
            left -= size;
            long day = 8 + number * 350 / operations;
            sink.accept(operation(number, LocalDate.ofYearDay(year.year(), (int) day), size, random));
        }
    }

    private static int size(long rowsLeft, long operationsLeft, int least, Random random) {
        if (operationsLeft == 1) {
            return Math.toIntExact(rowsLeft);
        }
        long extra = rowsLeft - operationsLeft;
        int drawn = random.nextInt((int) (2 * extra / operationsLeft) + 1) * (random.nextInt(12) == 0 ? 3 : 1);
        return (int) Math.min(extra + 1, Math.max(least, 1 + drawn));
    }

    private Operation operation(long number, LocalDate signedOn, int size, Random random) {
        var kind = kind(number, size, random);
        var home = home(number, kind, random);
        var sector = number < 2L * sectors.size()
                ? sectors.get((int) (number % sectors.size()))
                : sectors(kind).draw(random);
        var operation = new Operation(number, signedOn, home, sector, List.of());
        return new Operation(number, signedOn, home, sector, parts(operation, kind, size, random));
    }

    /** The first 31 operations see to it that each member and each pot of money has a row, in small samples too. */
    private Kind kind(long number, int size, Random random) {
        long draw = random.nextInt(10_000);
        if (number == 0) {
            return Kind.JOINT;
        }
        if (number <= members.size() + 3) {
            return number <= members.size() + 1 ? Kind.EIB : Kind.EIF;
        }
        if (size >= 2 && draw < year.value(Measure.JOINT_OPERATIONS)) {
            return Kind.JOINT;
        }
        return draw >= 10_000 - year.value(Measure.EIF_OPERATIONS) ? Kind.EIF : Kind.EIB;
    }

    private Country home(long number, Kind kind, Random random) {
        if (number >= 1 && number <= members.size()) {
            return members.get((int) number - 1);
        }
        long spare = number - members.size();
        if (spare == 1 || spare == 2) {
            return (spare == 1 ? outsideEu : outsideEuOfEif).draw(random);
        }
        if (spare == 3 || kind == Kind.JOINT) {
            return (spare == 3 ? insideEu : jointly).draw(random);
        }
        return (kind == Kind.EIF ? worldOfEif : world).draw(random);
    }

    private Urn<Sector> sectors(Kind kind) {
        return kind == Kind.EIF ? sectorsOfEif : sectorsOfEib;
    }

    private List<Operation.Part> parts(Operation operation, Kind kind, int size, Random random) {
        var parts = new ArrayList<Operation.Part>();
        long base = SIZES[random.nextInt(SIZES.length)];
        if (kind == Kind.JOINT) {
            long weight = base * (60 + random.nextInt(81));
            long joint = weight * (random.nextBoolean() ? 100 : 70);
            parts.add(new Operation.Part(Institution.EIB, operation.home(), operation.sector(), weight, joint, 1));
            parts.add(new Operation.Part(Institution.EIF, operation.home(), operation.sector(), weight, joint, 1));
        }
        int left = size - parts.size();
        while (left > 0) {
            int copies = left >= 2 && random.nextInt(100) < 3 ? 2 : 1;
            left -= copies;
            parts.add(part(operation, kind, base, random).withCopies(copies));
        }
        return parts;
    }

    private Operation.Part part(Operation operation, Kind kind, long base, Random random) {
        boolean elsewhere = random.nextInt(100) < 20 && operation.home().inEu();
        return new Operation.Part(
                kind == Kind.EIF ? Institution.EIF : Institution.EIB,
                elsewhere ? insideEu.draw(random) : operation.home(),
                random.nextInt(100) < 20 ? sectors(kind).draw(random) : operation.sector(),
                base * (60 + random.nextInt(81)),
                0,
                1);
    }
}
