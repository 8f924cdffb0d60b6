package kirchberg.read.iati;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kirchberg.domain.Stage;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Line;
import kirchberg.read.received.Position;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.jspecify.annotations.Nullable;

/**
 * An activity file of the IATI standard, 2.02 or 2.03, in which an activity is a finance contract outside the EU.
 *
 * <p>A record is one signed or disbursed amount of one place and one sector: a commitment or disbursement, split by the
 * activity's percentages. One whose amount cannot be read as euro is one record. Transactions of other types are
 * control rows, and a broken transaction is rejected without its activity. All records of a transaction have its byte
 * offset and its element as raw text.
 */
public final class IatiActivities implements SourceReader {
    private static final Set<String> VERSIONS = Set.of("2.02", "2.03");

    /** Codes of transaction types in the standard, 1 to 13. */
    private static final String TYPE = "[1-9]|1[0-3]";

    private static final List<Field> FIELDS = List.of(
            Financings.INSTITUTION,
            Financings.OPERATION_ID,
            Financings.CONTRACT_ID,
            Financings.OPERATION_NAME,
            Financings.DESCRIPTION,
            Financings.STAGE,
            Financings.SIGNED_ON,
            Financings.CURRENCY,
            Financings.AMOUNT_EUR,
            Financings.COUNTRY_LABEL,
            Financings.REGION_LABEL,
            Financings.SECTOR_LABEL);

    private final Delivery delivery;
    private final Tally tally = new Tally();
    private long number;

    public IatiActivities(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void read(SourceBytes bytes) {
        number = 0;
        bytes.require(FileKind.XML);
        var events = new Events(bytes);
        var markup = new Markup(events, tally);
        requireRoot(markup, events);
        for (var child = markup.nextChild(); child != null; child = markup.nextChild()) {
            events.beginRecord();
            if (child.equals("iati-activity")) {
                deliver(new Activity(markup, events, tally).read());
            } else {
                markup.skipUnknown(child);
            }
            events.endRecord();
        }
        requireEnd(markup, events);
    }

    private static void requireRoot(Markup markup, Events events) {
        var root = markup.nextChild();
        if (!"iati-activities".equals(root)) {
            throw events.refused(Refusal.NOT_THIS_FORMAT, "got <" + root + "> as its root, expected <iati-activities>");
        }
        var version = markup.attribute("version");
        if (version == null || !VERSIONS.contains(version)) {
            throw events.refused(
                    Refusal.NOT_THIS_FORMAT, "got version \"" + version + "\" of IATI, expected 2.02 or 2.03");
        }
    }

    /** Nothing but white space and comments may follow the root; what else does is not well-formed. */
    private static void requireEnd(Markup markup, Events events) {
        if (markup.nextChild() != null) {
            throw events.refused(Refusal.NOT_THIS_FORMAT, "got a second root, expected one");
        }
    }

    /** Says what was counted; the format has no control figure to compare it with. */
    @Override
    public ControlTotals confirm() {
        var id = delivery.source().id();
        delivery.remark(id + ": the format has no control figure, so nothing confirms the sums.");
        tally.remark(id, delivery::remark);
        return delivery.totals();
    }

    private void deliver(Activity activity) {
        tally.count("activities read");
        for (var transaction : activity.transactions()) {
            var type = transaction.type();
            if (!transaction.sound() || type == null || !type.matches(TYPE)) {
                delivery.reject(line(transaction, RejectReason.BAD_SHAPE));
            } else if (stage(type).isEmpty()) {
                number++;
                delivery.control();
                tally.count("transactions of type " + type + ", neither signed nor disbursed, left out");
            } else if (activity.parts().isEmpty()) {
                delivery.reject(line(transaction, RejectReason.TOO_LARGE));
            } else {
                deliver(activity, transaction, stage(type).get());
            }
        }
    }

    private void deliver(Activity activity, Transaction transaction, Stage stage) {
        var stated = transaction.currency();
        var currency = stated == null ? activity.currency() : stated;
        var amount = AmountText.read(delivery.source().format(), transaction.amount());
        amount.ifPresent(a -> tally.add(stage, currency, a));
        var records = new Records(activity, transaction, stage, currency);
        if (amount.isPresent() && "EUR".equals(currency)) {
            var parts = activity.parts();
            var amounts = Part.split(amount.get(), parts);
            IntStream.range(0, parts.size())
                    .forEach(i -> deliver(records, amounts.get(i).toPlainString(), parts.get(i)));
        } else {
            deliver(records, transaction.amount(), Part.UNKNOWN);
        }
    }

    /** What all records of a transaction share. */
    private record Records(
            Activity activity,
            Transaction transaction,
            Stage stage,
            @Nullable String currency) {}

    private void deliver(Records records, @Nullable String amount, Part part) {
        var activity = records.activity();
        var identifier = activity.identifier();
        delivery.financing(
                line(records.transaction(), null),
                FIELDS,
                Arrays.<@Nullable String>asList(
                        delivery.source().institution().name(),
                        identifier.operationId(),
                        identifier.contractId(),
                        activity.title(),
                        activity.description(),
                        records.stage().name(),
                        records.transaction().day(),
                        records.currency(),
                        amount,
                        part.country(),
                        part.region(),
                        part.sector()));
    }

    private Line line(Transaction transaction, @Nullable RejectReason fault) {
        number++;
        return new Line(number, Position.atByte(transaction.offset()), transaction.raw(), false, fault, List.of());
    }

    private static Optional<Stage> stage(String type) {
        return switch (type) {
            case "2" -> Optional.of(Stage.SIGNED);
            case "3" -> Optional.of(Stage.DISBURSED);
            default -> Optional.empty();
        };
    }
}
