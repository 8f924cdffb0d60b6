package kirchberg.read.json;

import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.SourceFormat;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.Line;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;

/**
 * Saved pages of the bank's two lists. Items of the loans list are delivered as they come: nothing tells two equal
 * signatures from one that came twice. Items of the projects list are operations: pages that overlap show one again, so
 * the files are read twice, first to learn which numbers come more than once, then to deliver them.
 */
public final class JsonLists implements SourceReader {
    private final Delivery delivery;
    private final Slices slices;
    private final Loans loans;
    private final Projects projects;
    private final Overlaps overlaps;
    private long unnamed;

    /** A reader of the source's list, whichever of the two its format says. */
    public JsonLists(Delivery delivery) {
        var source = delivery.source();
        this.delivery = delivery;
        this.slices = new Slices(source);
        this.loans = new Loans(source.institution());
        this.projects = new Projects(source.institution());
        this.overlaps = new Overlaps(source.id());
    }

    @Override
    public void read(SourceBytes bytes) {
        var file = bytes.name().substring(delivery.source().id().length() + 1);
        slices.add(
                listsOperations()
                        ? PageFile.read(file, bytes, projects, this::see)
                        : PageFile.read(file, bytes, loans, this::deliverLoan));
    }

    /**
     * Compares what the envelopes say with what was read. A source that says it is complete is refused if they differ;
     * else a remark gives both numbers.
     */
    @Override
    public ControlTotals confirm() {
        var stated = slices.requireWhole();
        delivery.statedRecords(stated);
        if (listsOperations()) {
            deliverOperations();
            compare(overlaps.size() + unnamed, stated, "different operations");
        } else {
            compare(delivery.totals().records(), stated, "items");
        }
        return delivery.totals();
    }

    private boolean listsOperations() {
        return delivery.source().format() == SourceFormat.EIB_PROJECTS_JSON;
    }

    private void deliverLoan(Line line, Item item) {
        if (line.fault() != null) {
            delivery.reject(line);
        } else {
            delivery.financing(line, loans.fields(), loans.values(item));
        }
    }

    private void see(Line line, Item item) {
        var id = item.value(Item.ID).clean();
        if (line.fault() != null || id == null) {
            unnamed++;
        } else {
            overlaps.see(id, projects.values(item));
        }
    }

    private void deliverOperations() {
        var source = delivery.source();
        for (var file : source.files()) {
            try (var bytes = SourceBytes.open(source, file)) {
                delivery.beginFile(file.name());
                PageFile.read(file.name(), bytes, projects, this::deliverOperation);
                bytes.requireDigest(file);
            }
        }
        projects.remark(source.id(), delivery::remark);
    }

    private void deliverOperation(Line line, Item item) {
        var id = item.value(Item.ID).clean();
        if (line.fault() != null) {
            delivery.reject(line);
        } else if (id == null || overlaps.isConflicting(id) || !overlaps.isRepeated(id)) {
            var isConflicting = id != null && overlaps.isConflicting(id);
            delivery.financing(line, projects.fields(), projects.delivered(projects.values(item), isConflicting));
        } else {
            delivery.control();
        }
    }

    private void compare(long read, long stated, String what) {
        if (read == stated) {
            return;
        }
        var why = "totalItems does not match, got " + read + " " + what + ", expected " + stated + " as stated";
        if (delivery.source().coverage().complete()) {
            throw Stop.refused(
                    Refusal.CONTROL_FIGURE,
                    "Cannot use " + delivery.source().id() + ": " + why,
                    "Fetch the list again, or say complete: false in source.yaml.");
        }
        delivery.remark(delivery.source().id() + ": " + why + ".");
    }
}
