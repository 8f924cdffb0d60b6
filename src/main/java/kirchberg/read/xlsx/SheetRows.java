package kirchberg.read.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that are written out, one after the other. */
final class SheetRows implements AutoCloseable {
    /**
     * A cell.
     *
     * @param raw what it holds, escapes decoded, otherwise as received
     * @param text what it shows; empty if nothing
     * @param fault why it cannot be used; null if it can
     * @param formula whether it is computed
     */
    record Cell(
            String raw,
            String text,
            @Nullable RejectReason fault,
            boolean formula) {
        static final Cell EMPTY = new Cell("", "", null, false);

        boolean isEmpty() {
            return text.isBlank() && fault == null && !formula;
        }
    }

    /**
     * A row.
     *
     * @param number 1 for the first of the sheet
     * @param cells from column A on, as far as there are some, at most {@link Limits#COLUMNS}
     * @param fault why its cells cannot be told apart; null if they can
     */
    record SheetRow(
            int number,
            List<Cell> cells,
            @Nullable RejectReason fault) {
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
        return values > 1 ? broken(value, formula) : cell(type == null ? "n" : type, style, value, formula);
    }

    private Cell cell(String type, @Nullable String style, String value, boolean formula) {
        if (value.isEmpty()) {
            return new Cell("", "", type.equals("e") ? RejectReason.BAD_CELL : null, formula);
        }
        return switch (type) {
            case "s" -> sound(shared.text(Styles.number(value.strip())), value, formula);
            case "inlineStr", "str" -> sound(value, value, formula);
            case "b" -> bool(value.strip(), formula);
            case "d" -> shown(CellTexts.isoDay(value.strip()), value, formula);
            case "n" -> number(style, value.strip(), formula);
            default -> broken(value, formula);
        };
    }

    private Cell number(@Nullable String style, String value, boolean formula) {
        return shown(styles.isDate(style) ? texts.day(value) : CellTexts.number(value), value, formula);
    }

    private static Cell bool(String value, boolean formula) {
        return switch (value) {
            case "0", "false" -> shown("FALSE", value, formula);
            case "1", "true" -> shown("TRUE", value, formula);
            default -> broken(value, formula);
        };
    }

    private static Cell sound(@Nullable String received, String value, boolean formula) {
        if (received == null) {
            return broken(value, formula);
        }
        var decoded = CellTexts.unescaped(received);
        return shown(decoded, decoded, formula);
    }

    private static Cell shown(@Nullable String shown, String raw, boolean formula) {
        if (shown == null) {
            return broken(raw, formula);
        }
        if (shown.length() > Limits.CELL || shown.getBytes(StandardCharsets.UTF_8).length > Limits.CELL) {
            return new Cell(raw, "", RejectReason.TOO_LARGE, formula);
        }
        return new Cell(raw, shown, isText(shown) ? null : RejectReason.BAD_TEXT, formula);
    }

    private static Cell broken(String raw, boolean formula) {
        return new Cell(raw, "", RejectReason.BAD_CELL, formula);
    }

    /** Whether there is no NUL and no half of a letter, which escapes can bring in. */
    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private void blame(RejectReason reason) {
        if (fault == null) {
            fault = reason;
        }
    }
}
