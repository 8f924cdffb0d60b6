package kirchberg.sample;

import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.Institution;

/**
 * An operation before it has money and labels.
 *
 * @param number counts from 0 within the year
 * @param home where most of its parts lie
 * @param sector of most of its parts
 */
record Operation(long number, LocalDate signedOn, World.Country home, World.Sector sector, List<Part> parts) {

    /**
     * A part of one country and sector: one row, or two equal ones.
     *
     * @param weight its size beside other parts of the same pot, per row
     * @param jointWeight the size of what both institutions count; 0 unless the part is counted by both
     * @param copies number of equal rows: separate signatures that look alike
     */
    record Part(
            Institution institution,
            World.Country country,
            World.Sector sector,
            long weight,
            long jointWeight,
            int copies) {

        boolean isJoint() {
            return jointWeight > 0;
        }

        Part withCopies(int equalRows) {
            return new Part(institution, country, sector, weight, jointWeight, equalRows);
        }
    }

    Operation {
        parts = List.copyOf(parts);
    }

    boolean isJoint() {
        return parts.get(0).isJoint();
    }

    /** Whose operation it is; the EIB's if both take part. */
    Institution lead() {
        return parts.get(0).institution();
    }

    /** Identifier, unlike any of the bank's: year and number. */
    String id() {
        var digits = Long.toString(number + 1);
        return signedOn.getYear() + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
