package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.judgement.Bounds.Item;

/** What a claim speaks of, taken out of the cells of its scope: amounts, and why they are uncertain. */
final class Selection {

    /** Why an amount is uncertain, in the order in which the reasons are looked for. */
    enum Doubt {
        RESOURCES,
        PLACE,
        JOINT,
        LABEL
    }

    private final Claim claim;
    private final List<Item> signed = new ArrayList<>();
    private final List<Item> mobilised = new ArrayList<>();
    private final List<Item> joint = new ArrayList<>();
    private final Map<Doubt, BigDecimal> doubts = new EnumMap<>(Doubt.class);
    private BigDecimal known = BigDecimal.ZERO;
    private long rowsUsed;
    private long rowsLeftOut;
    private long rowsWithoutMobilised;

    private Selection(Claim claim) {
        this.claim = claim;
    }

    /**
     * Selects.
     *
     * @param cells cells of the view of the claim's label, or of the view without labels, that lie in the scope
     * @param rows financings of the whole view
     */
    static Selection of(Claim claim, List<Cell> cells, long rows) {
        var selection = new Selection(claim);
        cells.forEach(selection::take);
        selection.rowsLeftOut = rows - selection.rowsUsed;
        return selection;
    }

    /** This and the selection of earlier years: what a growth rests on. The amounts stay those of this one. */
    Selection with(Selection earlier) {
        var both = new Selection(claim);
        both.signed.addAll(signed);
        both.mobilised.addAll(mobilised);
        both.joint.addAll(joint);
        Stream.of(this, earlier)
                .forEach(s -> s.doubts.forEach((doubt, amount) -> both.doubts.merge(doubt, amount, BigDecimal::add)));
        both.known = known.add(earlier.known);
        both.rowsUsed = rowsUsed + earlier.rowsUsed;
        both.rowsLeftOut = rowsLeftOut - earlier.rowsUsed;
        both.rowsWithoutMobilised = rowsWithoutMobilised;
        return both;
    }

    List<Item> signed() {
        return signed;
    }

    List<Item> mobilised() {
        return mobilised;
    }

    /** What both institutions count, whoever the claim is of. */
    List<Item> joint() {
        return joint;
    }

    Map<Doubt, BigDecimal> doubts() {
        return doubts;
    }

    BigDecimal known() {
        return known;
    }

    BigDecimal unknown() {
        return doubts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long rowsUsed() {
        return rowsUsed;
    }

    long rowsLeftOut() {
        return rowsLeftOut;
    }

    /** Financings that may mobilise something, but do not say how much. */
    long rowsWithoutMobilised() {
        return rowsWithoutMobilised;
    }

    private void take(Cell cell) {
        var membership = Scope.of(claim, cell);
        if (membership == Membership.OUT) {
            return;
        }
        rowsUsed += cell.rows();
        var certain = membership == Membership.IN;
        var isGroup = claim.institution() == Institution.GROUP;
        add(item(cell, isGroup ? apart(cell) : cell.positiveEur(), certain), certain);
        add(item(cell, isGroup ? apartNegative(cell) : cell.negativeEur(), certain), certain);
        if (isGroup) {
            add(item(cell, cell.unsharedPositiveEur(), false), certain);
            add(item(cell, cell.unsharedNegativeEur(), false), certain);
        }
        mobilised.add(item(cell, cell.mobilisedEur(), certain));
        joint.add(item(cell, cell.jointPositiveEur(), certain));
        joint.add(item(cell, cell.jointNegativeEur(), certain));
        joint.add(item(cell, cell.unsharedPositiveEur(), false));
        joint.add(item(cell, cell.unsharedNegativeEur(), false));
        if (item(cell, BigDecimal.ONE, certain).high().signum() > 0) {
            rowsWithoutMobilised += cell.mobilisedUnknownRows();
        }
    }

    private static BigDecimal apart(Cell cell) {
        return cell.positiveEur().subtract(cell.jointPositiveEur()).subtract(cell.unsharedPositiveEur());
    }

    private static BigDecimal apartNegative(Cell cell) {
        return cell.negativeEur().subtract(cell.jointNegativeEur()).subtract(cell.unsharedNegativeEur());
    }

    /** A claim about the whole takes each amount wholly, whatever labels it carries. */
    private Item item(Cell cell, BigDecimal amount, boolean certain) {
        if (claim.ofPlace() != null) {
            return inPlace(Scope.in(claim.ofPlace(), cell), amount, certain);
        }
        return claim.of() == null
                ? new Item(amount, BigDecimal.ONE, BigDecimal.ONE, certain)
                : new Item(amount, cell.lowShare(), cell.highShare(), certain);
    }

    private static Item inPlace(Membership membership, BigDecimal amount, boolean certain) {
        var low = membership == Membership.IN ? BigDecimal.ONE : BigDecimal.ZERO;
        var high = membership == Membership.OUT ? BigDecimal.ZERO : BigDecimal.ONE;
        return new Item(amount, low, high, certain);
    }

    private void add(Item item, boolean inScope) {
        if (item.amount().signum() == 0) {
            return;
        }
        signed.add(item);
        if (item.isKnown()) {
            known = known.add(item.amount());
        } else {
            doubts.merge(doubt(item, inScope), item.amount().abs(), BigDecimal::add);
        }
    }

    private Doubt doubt(Item item, boolean inScope) {
        if (item.certain()) {
            return Doubt.LABEL;
        }
        if (inScope) {
            return Doubt.JOINT;
        }
        return Scope.isBlindToResources(claim) ? Doubt.RESOURCES : Doubt.PLACE;
    }
}
