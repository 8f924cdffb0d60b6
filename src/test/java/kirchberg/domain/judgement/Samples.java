package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.source.Coverage;
import org.jspecify.annotations.Nullable;

/** Claims and cells in few words: each method changes one thing. */
public final class Samples {
    private static final Publication PUBLICATION =
            new Publication("test", "A text", LocalDate.of(2025, 12, 4), "en", "https://example.org");

    private Samples() {}

    public static Claim claim(Measure measure, Hedge hedge, Figure figure) {
        return new Claim(
                "claim",
                PUBLICATION,
                "words",
                Subject.signed(Institution.GROUP, Period.year(2024), measure),
                hedge,
                figure,
                Grade.PRINTED,
                "",
                null);
    }

    public static Claim named(Claim c, String id) {
        return new Claim(
                id,
                c.publication(),
                c.quote(),
                c.subject(),
                c.hedge(),
                c.figure(),
                c.grade(),
                c.note(),
                c.outOfReach());
    }

    public static Claim of(Claim c, Label label) {
        return c.about(c.subject().labelled(label));
    }

    public static Claim by(Claim c, Institution institution) {
        return c.about(c.subject().by(institution));
    }

    public static Claim in(Claim c, Place place) {
        return c.about(c.subject().within(place));
    }

    public static Claim ownResources(Claim c) {
        return c.about(c.subject().from(Resources.OWN));
    }

    public static Claim counting(Claim c, String counts) {
        return c.about(c.subject().counting(counts));
    }

    public static Claim outOfReach(Claim c, String reason) {
        return new Claim(
                c.id(), c.publication(), c.quote(), c.subject(), c.hedge(), c.figure(), c.grade(), c.note(), reason);
    }

    /** A figure in base units; its digits as printed there. */
    public static Figure figure(String value, Unit unit, String lastPrinted, String lastNonZero) {
        return new Figure(
                value + " " + unit,
                new BigDecimal(value),
                unit,
                new BigDecimal(lastPrinted),
                new BigDecimal(lastNonZero));
    }

    public static Figure eur(String value) {
        return figure(value, Unit.EUR, "1", "1");
    }

    /** One financing of 2024 inside the EU, in the view of a label or, with null, in the view without labels. */
    public static Cell cell(Institution institution, String amount, @Nullable Label label, String low, String high) {
        return row(new Row(institution, "LU", Membership.IN, amount, "0"), label, low, high);
    }

    /**
     * One financing.
     *
     * @param joint what both institutions count; null if unknown
     */
    public record Row(
            Institution institution,
            @Nullable String country,
            Membership eu,
            String amount,
            @Nullable String joint) {}

    public static Cell row(Row row, @Nullable Label label, String low, String high) {
        var amount = new BigDecimal(row.amount());
        var zero = BigDecimal.ZERO;
        var joint = row.joint() == null ? zero : new BigDecimal(row.joint());
        var isPositive = amount.signum() >= 0;
        return new Cell(
                row.institution(),
                Stage.SIGNED,
                2024,
                row.country(),
                "UNKNOWN",
                row.eu(),
                label,
                new BigDecimal(low),
                new BigDecimal(high),
                1,
                amount.max(zero),
                amount.min(zero),
                isPositive ? joint : zero,
                isPositive ? zero : joint,
                row.joint() == null && isPositive ? amount : zero,
                row.joint() == null && !isPositive ? amount : zero,
                zero,
                1);
    }

    public static Coverage complete(Institution institution, int from, int to) {
        return new Coverage(
                institution, Stage.SIGNED, Place.WORLD, LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31), true);
    }
}
