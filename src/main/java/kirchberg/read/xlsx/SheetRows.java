package kirchberg.read.xlsx;

import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.Limits;
import kirchberg.read.xlsx.CellTexts.Cell;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that are written out, one after the other. */
final class SheetRows implements AutoCloseable {
    /**
     * A row.
     *
     * @param number 1 for the first of the sheet
     * @param cells from column A on, as far as there are some, at most {@link Limits#COLUMNS}
     * @param fault why its cells cannot be told apart; null if they can
     */
    record SheetRow(int number, List<Cell> cells, @Nullable RejectReason fault) {
        boolean isEmpty() {
            return fault == null && cells.stream().allMatch(Cell::isEmpty);
        }
    }

    /** Columns of a sheet: what the format itself allows. */
    private static final int LAST_COLUMN = 16_384;

    private final PartXml xml;
    private final SharedTexts shared;
    private final Styles styles;
    private final CellTexts texts;
    private final StringBuilder text = new StringBuilder();
    private boolean inData;
    private int number;
    private @Nullable RejectReason fault;

    SheetRows(PartXml xml, SharedTexts shared, Styles styles, CellTexts texts) {
        this.xml = xml;
        this.shared = shared;
        this.styles = styles;
        this.texts = texts;
    }

    /**
     * The next row, null at the end of the sheet.
     *
     * @throws kirchberg.domain.Stop if rows are not in order, or more than a sheet can have
     */
    @Nullable
    SheetRow next() {
        while (true) {
            if (inData && xml.nextChild(2)) {
                return row();
            }
            if (!xml.nextChild(1)) {
                xml.finish();
                return null;
            }
            inData = xml.element().equals("sheetData");
        }
    }

    /** The next row that is not empty, null if there is none. */
    @Nullable
    SheetRow firstWithText() {
        var row = next();
        while (row != null && row.isEmpty()) {
            row = next();
        }
        return row;
    }

    @Override
    public void close() {
        xml.close();
    }

    private SheetRow row() {
        if (!xml.element().equals("row")) {
            throw xml.refused("something else stands among the rows, after row " + number);
        }
        number = rowNumber(xml.attribute("r"));
        fault = null;
        var cells = new ArrayList<Cell>();
        var column = 0;
        while (xml.nextChild(3)) {
            if (xml.element().equals("c")) {
                column = column(xml.attribute("r"), column);
                keep(cells, column, cell());
            } else if (!xml.element().equals("extLst")) {
                blame(RejectReason.BAD_CELL);
            }
        }
        return new SheetRow(number, cells, fault);
    }

    private int rowNumber(@Nullable String stated) {
        var found = stated == null ? number + 1 : Styles.number(stated);
        if (found > Limits.SHEET_ROWS) {
            throw xml.tooMany("row " + found, Limits.SHEET_ROWS);
        }
        if (found <= number) {
            throw xml.refused("rows are not in order, got row \"" + stated + "\" after row " + number);
        }
        return found;
    }

    /** The number of a cell's column, 1 for A; a fault if it is not right of the cell before, in this row. */
    private int column(@Nullable String reference, int before) {
        if (reference == null) {
            return before + 1;
        }
        var column = 0;
        var at = 0;
        while (at < Math.min(3, reference.length()) && isColumnLetter(reference.charAt(at))) {
            column = column * 26 + reference.charAt(at) - 'A' + 1;
            at++;
        }
        if (column <= before || column > LAST_COLUMN || !reference.substring(at).equals(String.valueOf(number))) {
            blame(RejectReason.BAD_CELL);
            return before + 1;
        }
        return column;
    }

    private static boolean isColumnLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private void keep(List<Cell> cells, int column, Cell cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (column > Limits.COLUMNS) {
            blame(RejectReason.TOO_LARGE);
            return;
        }
        while (cells.size() < column - 1) {
            cells.add(Cell.EMPTY);
        }
        cells.add(cell);
    }

    private Cell cell() {
        var type = xml.attribute("t");
        var style = xml.attribute("s");
        var values = 0;
        var formula = false;
        text.setLength(0);
        while (xml.nextChild(4)) {
            switch (xml.element()) {
                case "v" -> {
                    xml.text(text);
                    values++;
                }
                case "is" -> {
                    SharedTexts.read(xml, text);
                    values++;
                }
                case "f" -> formula = true;
                case "extLst" -> {}
                default -> values = 2;
            }
        }
        var value = text.toString();
        if (values > 1) {
            return CellTexts.broken(value, formula);
        }
        return value.isEmpty()
                ? CellTexts.empty(type, formula)
                : cell(type == null ? "n" : type, style, value, formula);
    }

    private Cell cell(String type, @Nullable String style, String value, boolean formula) {
        return switch (type) {
            case "s" -> CellTexts.text(shared.text(Styles.number(value.strip())), value, formula);
            case "n" -> texts.number(value.strip(), styles.isDate(style), formula);
            default -> CellTexts.typed(type, value, formula);
        };
    }

    private void blame(RejectReason reason) {
        if (fault == null) {
            fault = reason;
        }
    }
}
