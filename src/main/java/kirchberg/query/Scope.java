package kirchberg.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Which financings a figure speaks of, as conditions: those that may belong to it, and among them those that certainly
 * do. A row whose place is unknown may belong; and no row says whose money is lent.
 */
record Scope(Subject subject) {
    private static final String UNKNOWN = Sql.literal(Membership.UNKNOWN.name());

    /** A place as two conditions; both empty for the world. */
    private record Where(String certain, String possible) {
        private static Where of(Field field, String is, String unknown) {
            return where(field, " = " + Sql.literal(is), unknown);
        }

        private static Where of(Field field, List<String> any, String unknown) {
            return where(
                    field, any.stream().map(Sql::literal).collect(Collectors.joining(", ", " IN (", ")")), unknown);
        }

        private static Where where(Field field, String is, String unknown) {
            var certain = field.name() + is;
            return new Where(certain, "(" + certain + " OR " + field.name() + unknown + ")");
        }
    }

    /** FROM and WHERE of the rows that belong or may belong. */
    List<String> rows(List<String> further) {
        var period = subject.period();
        var where = new ArrayList<String>();
        if (subject.institution() != Institution.GROUP) {
            where.add(equal(Financings.INSTITUTION, subject.institution()));
        }
        where.add(equal(Financings.STAGE, subject.stage()));
        where.add(
                period.from() == period.to()
                        ? Financings.SIGNATURE_YEAR.name() + " = " + period.from()
                        : Financings.SIGNATURE_YEAR.name() + " BETWEEN " + period.from() + " AND " + period.to());
        where.add(where(subject.place()).possible());
        where.addAll(further);
        var conditions = where.stream().filter(c -> !c.isEmpty()).toList();
        return List.of("FROM " + Sql.file(Financings.TABLE), "WHERE " + String.join("\n  AND ", conditions)).stream()
                .flatMap(String::lines)
                .toList();
    }

    /** The condition of the rows that certainly belong; empty if all do that may. */
    String certain() {
        var isBlind = subject.resources() == Resources.OWN && subject.institution() != Institution.EIF;
        return isBlind ? "false" : where(subject.place()).certain();
    }

    /** The same, where a row also has to say what both institutions count. */
    String certainOfJoint() {
        var stated = "NOT (" + equal(Financings.INSTITUTION, Institution.EIF) + " AND "
                + Financings.JOINT_AMOUNT_EUR.name() + " IS NULL)";
        return Stream.of(certain(), stated).filter(c -> !c.isEmpty()).collect(Collectors.joining(" AND "));
    }

    /** Whether the figure is a part of the amounts. */
    boolean isPart() {
        return subject.of() != null || subject.ofPlace() != null;
    }

    /** Least part of an amount that counts, 0 to 1. */
    String lowShare() {
        var label = subject.of();
        return label != null ? Labels.low(label).name() : partIn(subject.ofPlace(), true);
    }

    /** Greatest part of an amount that counts. */
    String highShare() {
        var label = subject.of();
        return label != null ? Labels.high(label).name() : partIn(subject.ofPlace(), false);
    }

    private static String partIn(@Nullable Place place, boolean certainly) {
        if (place == null || place.equals(Place.WORLD)) {
            return "1";
        }
        var where = where(place);
        return "CASE WHEN " + (certainly ? where.certain() : where.possible()) + " THEN 1 ELSE 0 END";
    }

    static String equal(Field field, Enum<?> value) {
        return field.name() + " = " + Sql.literal(value.name());
    }

    private static Where where(Place place) {
        var eu = Financings.EU_MEMBERSHIP;
        return switch (place.kind()) {
            case WORLD -> new Where("", "");
            case EU -> Where.of(eu, Membership.IN.name(), " = " + UNKNOWN);
            case NON_EU -> Where.of(eu, Membership.OUT.name(), " = " + UNKNOWN);
            case COUNTRY -> Where.of(Financings.COUNTRY_CODE, place.code(), " IS NULL");
            case COUNTRIES -> Where.of(Financings.COUNTRY_CODE, place.countryCodes(), " IS NULL");
            case REGION -> Where.of(Financings.REGION, place.code(), " = " + UNKNOWN);
        };
    }
}
