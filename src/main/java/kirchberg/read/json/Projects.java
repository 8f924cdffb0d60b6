package kirchberg.read.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kirchberg.domain.Institution;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.json.Item.Kind;
import kirchberg.read.json.Item.Value;
import kirchberg.read.received.Line;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.jspecify.annotations.Nullable;

/** The projects list: an item is an operation, with what is approved and what all its parts have signed so far. */
final class Projects implements ListKind {
    private static final List<Field> FIELDS = List.of(
            Financings.OPERATION_ID,
            Financings.OPERATION_NAME,
            Financings.DESCRIPTION,
            Financings.COUNTRY_LABEL,
            Financings.REGION_LABEL,
            Financings.SECTOR_LABEL,
            Financings.OPERATION_STATUS,
            Financings.SIGNED_ON,
            Financings.APPROVED_AMOUNT_EUR,
            Financings.AMOUNT_EUR,
            Financings.REASON,
            Financings.INSTITUTION,
            Financings.STAGE);
    private static final int STATUS = FIELDS.indexOf(Financings.OPERATION_STATUS);
    private static final int REASON = FIELDS.indexOf(Financings.REASON);

    private static final String SIGNED = "Signed";

    private static final List<String> STATUSES = List.of("Under appraisal", "Approved", SIGNED);

    private static final Pattern AMOUNT = Pattern.compile(AmountText.UNSIGNED);

    /** Words and letters of them that a remark names: a broken list could have as many as items. */
    private static final int NAMED = 20;

    private static final int LETTERS = 60;

    private final Institution institution;
    private final Map<String, Long> unknown = new TreeMap<>();

    Projects(Institution institution) {
        this.institution = institution;
    }

    @Override
    public String name() {
        return "the projects list";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public void requireOwn(String file, Line line, Item item) {
        if (item.isLoan()) {
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read " + file + ": this is the loans list, got an amount in euro in record " + line.number()
                            + " " + line.position().text() + ", expected " + name(),
                    "put a page of the projects list in its place, or say format: eib-loans-json in source.yaml");
        }
    }

    @Override
    public boolean isShaped(Item item) {
        return item.information().size() >= 4
                && item.information(0).isNullOr(Kind.TEXT)
                && item.information(1).isNullOr(Kind.TEXT)
                && item.information(2).isNullOr(Kind.NUMBER)
                && item.information(3).isNullOr(Kind.NUMBER);
    }

    @Override
    public List<@Nullable String> values(Item item) {
        var status = item.information(0).clean();
        var approved = approved(item, status);
        var isBad = approved != null && !AMOUNT.matcher(approved).find();
        return Arrays.asList(
                item.value(Item.ID).clean(),
                item.value(Item.TITLE).clean(),
                item.value(Item.DESCRIPTION).clean(),
                item.label("countries"),
                item.label("regions"),
                item.label("sectors"),
                status,
                item.information(1).clean(),
                isBad ? null : approved,
                number(item.information(3)),
                isBad ? RejectReason.BAD_AMOUNT.name() : null,
                institution.name(),
                Stage.APPROVED.name());
    }

    /**
     * The values of an item as they are handed on: without a status whose word is not known, and rejected if other
     * items say something else under the same number.
     */
    List<@Nullable String> delivered(List<@Nullable String> values, boolean conflicting) {
        var copy = new ArrayList<>(values);
        copy.set(STATUS, known(values.get(STATUS)));
        if (conflicting) {
            copy.set(REASON, RejectReason.CONFLICTING_ID.name());
        }
        return copy;
    }

    private @Nullable String known(@Nullable String status) {
        if (status == null || STATUSES.contains(status)) {
            return status;
        }
        var word = status.length() <= LETTERS ? status : status.substring(0, LETTERS) + "...";
        unknown.merge(unknown.size() < NAMED || unknown.containsKey(word) ? word : "another", 1L, Long::sum);
        return null;
    }

    /** Names each status that is not known. */
    void remark(String sourceId, Consumer<String> remarks) {
        unknown.forEach((word, count) -> remarks.accept(sourceId + ": the status \"" + word + "\" of " + count
                + " items is not known, expected one of " + STATUSES + "; it was taken as unknown."));
    }

    /** A list says 0 once an operation is signed: what was approved is then no longer stated. */
    private static @Nullable String approved(Item item, @Nullable String status) {
        var approved = number(item.information(2));
        return SIGNED.equals(status) && "0".equals(approved) ? null : approved;
    }

    private static @Nullable String number(Value value) {
        var token = value.clean();
        return token == null ? null : PlainNumber.of(token);
    }
}
