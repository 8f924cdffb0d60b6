package kirchberg.read.csv;

import java.util.List;
import java.util.function.Consumer;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.Header;
import kirchberg.read.received.Line;
import kirchberg.read.received.Position;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.Text;

/** A CSV file with a header: the cells of each record in the order that its reader expects, as clean text. */
public final class CsvTable {
    private final CsvRecords records;
    private final Header header;

    /**
     * Reads the header and refuses the file if an expected column is missing or doubled.
     *
     * @param expected names of the columns
     * @param remarks takes a sentence on each column that is written otherwise or ignored
     */
    public CsvTable(SourceBytes bytes, List<String> expected, Consumer<String> remarks) {
        this.records = new CsvRecords(bytes);
        var found = records.next();
        var names = found == null || found.fault() != null ? List.<String>of() : found.cells();
        this.header = new Header(bytes.name(), expected, names, found == null ? "" : found.raw());
        header.remark(expected, names, remarks);
    }

    /** Hands every record after the header to the consumer, in order. */
    public void lines(Consumer<Line> consumer) {
        var number = 0L;
        for (var found = records.next(); found != null; found = records.next()) {
            number++;
            consumer.accept(line(number, found));
        }
    }

    private Line line(long number, CsvRecords.CsvRecord found) {
        var texts = found.cells().stream().map(Text::clean).toList();
        var fault = found.fault();
        var control = fault == null && isControl(texts);
        if (fault == null && !control && texts.size() != header.size()) {
            fault = RejectReason.RAGGED;
        }
        return new Line(
                number,
                Position.atByte(found.offset()),
                found.raw(),
                control,
                fault,
                fault == null && !control ? header.expectedCells(texts) : List.of());
    }

    private boolean isControl(List<String> texts) {
        return texts.stream().allMatch(String::isEmpty) || header.isRepeatedBy(texts);
    }
}
