package kirchberg.read.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Header;
import kirchberg.read.received.Limits;
import kirchberg.read.received.Line;
import kirchberg.read.received.Position;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.Text;
import kirchberg.read.xlsx.CellTexts.Cell;
import kirchberg.read.xlsx.SheetRows.SheetRow;
import kirchberg.read.xlsx.Workbook.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The table of a workbook: the only visible sheet whose first row that is not empty has the expected columns. The cells
 * of each row come in the order that the reader expects, as clean text; a true date as day, month and year, a number as
 * a plain decimal. The raw text of a line is what its cells hold, from column A on, parted by TABs; its number counts
 * the rows that are written out below the header.
 */
public final class XlsxTable implements AutoCloseable {
    private final String fileName;
    private final List<String> expected;
    private final Consumer<String> remarks;
    private final Workbook workbook;
    private final Sheet sheet;
    private final SheetRows rows;
    private final Header header;
    private final int[] wanted;
    private long formulas;
    private long formulasWithoutValue;

    /**
     * Copies the workbook, finds the sheet and reads its header.
     *
     * @param expected names of the columns
     * @param remarks takes a sentence on each sheet or column that is ignored or written otherwise, and on formulas
     * @throws kirchberg.domain.Stop with exit 3 if the file is no workbook, is unsafe or too large, or has not exactly
     *     one such sheet
     */
    public XlsxTable(SourceBytes bytes, List<String> expected, Consumer<String> remarks) {
        bytes.require(FileKind.XLSX);
        this.fileName = bytes.name();
        this.expected = expected.stream().map(XlsxTable::folded).toList();
        this.remarks = remarks;
        this.workbook = new Workbook(bytes);
        try {
            this.sheet = chosenSheet(expected);
            this.rows = workbook.rows(sheet);
            var names = names(rows.firstWithText());
            this.header = header(expected, names);
            header.remark(expected, names, remarks);
            this.wanted = IntStream.range(0, names.size())
                    .filter(i -> this.expected.contains(folded(names.get(i))))
                    .toArray();
        } catch (RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** Hands every row after the header to the consumer, in order. */
    public void lines(Consumer<Line> consumer) {
        var number = 0L;
        for (var row = rows.next(); row != null; row = rows.next()) {
            number++;
            consumer.accept(line(number, row));
        }
        if (formulas > 0) {
            remarks.accept(fileName + ": " + formulas + " cells are computed; the values kept in them were used, and "
                    + formulasWithoutValue + " have none.");
        }
    }

    @Override
    public void close() {
        rows.close();
        workbook.close();
    }

    private Sheet chosenSheet(List<String> columns) {
        var chosen = new ArrayList<Sheet>();
        var found = List.<String>of();
        for (var candidate : workbook.sheets()) {
            var names = candidate.hidden() ? List.<String>of() : names(candidate);
            if (names.stream().map(XlsxTable::folded).toList().containsAll(expected)) {
                chosen.add(candidate);
            } else {
                found = found.isEmpty() ? names : found;
                remarks.accept(fileName + ": the sheet \"" + candidate.name() + "\" is "
                        + (candidate.hidden() ? "hidden" : "without the header") + " and was ignored.");
            }
        }
        if (chosen.isEmpty()) {
            header(columns, found);
        }
        return only(chosen);
    }

    private Sheet only(List<Sheet> chosen) {
        if (chosen.size() != 1) {
            throw Refusals.header(
                    fileName,
                    chosen.size() + " visible sheets begin with the header, got "
                            + chosen.stream().map(Sheet::name).toList() + ", expected one",
                    "leave the sheet that counts, and hide or take out the others");
        }
        return chosen.get(0);
    }

    private List<String> names(Sheet candidate) {
        try (var candidateRows = workbook.rows(candidate)) {
            return names(candidateRows.firstWithText());
        }
    }

    private Header header(List<String> columns, List<String> names) {
        return new Header(fileName, columns, names, String.join(",", names));
    }

    private static List<String> names(@Nullable SheetRow row) {
        return row == null || row.fault() != null
                ? List.of()
                : row.cells().stream().map(Cell::text).toList();
    }

    private Line line(long number, SheetRow row) {
        var texts = texts(row);
        var raw = row.cells().stream().map(Cell::raw).collect(Collectors.joining("\t"));
        var fault = fault(row, texts, raw);
        var control = fault == null && isControl(row, texts);
        return new Line(
                number,
                Position.inCell(reference(row.number())),
                raw.length() <= Limits.RECORD ? raw : raw.substring(0, Limits.CELL),
                control,
                fault,
                fault == null && !control ? header.expectedCells(texts) : List.of());
    }

    /** Clean texts of a row, as many as the header has or more. */
    private List<String> texts(SheetRow row) {
        var texts =
                row.cells().stream().map(c -> Text.clean(c.text())).collect(Collectors.toCollection(ArrayList::new));
        while (texts.size() < header.size()) {
            texts.add("");
        }
        return texts;
    }

    private @Nullable RejectReason fault(SheetRow row, List<String> texts, String raw) {
        if (row.fault() != null) {
            return row.fault();
        }
        if (raw.length() > Limits.RECORD) {
            return RejectReason.TOO_LARGE;
        }
        for (var index : wanted) {
            var cell = index < row.cells().size() ? row.cells().get(index) : Cell.EMPTY;
            count(cell);
            if (cell.fault() != null) {
                return cell.fault();
            }
        }
        return texts.stream().skip(header.size()).allMatch(String::isEmpty) ? null : RejectReason.RAGGED;
    }

    private void count(Cell cell) {
        formulas += cell.formula() ? 1 : 0;
        formulasWithoutValue += cell.formula() && cell.text().isEmpty() ? 1 : 0;
    }

    /** A row whose only content is a formula without value is no blank one: what it would show is lost. */
    private boolean isControl(SheetRow row, List<String> texts) {
        var isBlank = texts.stream().allMatch(String::isEmpty);
        return isBlank ? row.cells().stream().noneMatch(Cell::formula) : header.isRepeatedBy(texts);
    }

    private String reference(int row) {
        var isPlain = sheet.name().matches("[A-Za-z][A-Za-z0-9_]*");
        return (isPlain ? sheet.name() : "'" + sheet.name().replace("'", "''") + "'") + "!A" + row;
    }

    private static String folded(String name) {
        return Text.clean(name).toLowerCase(Locale.ROOT);
    }
}
