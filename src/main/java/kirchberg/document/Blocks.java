package kirchberg.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the text of a page block by block. The cells of a table row are one block, "heading: cell | heading: cell",
 * with the headings of a first row that has nothing else; a cell that holds blocks is layout, and they stand alone.
 */
final class Blocks implements NodeVisitor {
    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img");

    private static final Set<String> CELLS = Set.of("td", "th");

    private final List<String> ended = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final List<String> headings = new ArrayList<>();
    private final List<String> row = new ArrayList<>();
    private boolean isHeadRow;
    private int cellBegin;

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            open.append(text.getWholeText().replaceAll("[\\n\\r\\t\\f]", " "));
        } else if (node instanceof Element element && CELLS.contains(element.normalName())) {
            beginCell(element);
        } else if (isBlock(node)) {
            end();
            begin(node.normalName());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && CELLS.contains(element.normalName())) {
            row.add(open.substring(Math.min(cellBegin, open.length())).strip());
        } else if (isBlock(node)) {
            endRow(node.normalName());
            end();
        }
    }

    /** All blocks, empty ones too. */
    List<String> ended() {
        end();
        return ended;
    }

    private void begin(String name) {
        if (name.equals("table")) {
            headings.clear();
        }
        if (name.equals("tr")) {
            row.clear();
            isHeadRow = headings.isEmpty();
        }
    }

    private void beginCell(Element cell) {
        var column = row.size();
        isHeadRow = isHeadRow && cell.normalName().equals("th");
        open.append(column == 0 ? "" : " | ");
        var isLayout = cell.children().stream().anyMatch(Blocks::isBlock);
        if (!isHeadRow
                && !isLayout
                && column < headings.size()
                && !headings.get(column).isEmpty()) {
            open.append(headings.get(column)).append(": ");
        }
        cellBegin = open.length();
    }

    private void endRow(String name) {
        if (name.equals("tr") && isHeadRow && !row.isEmpty()) {
            headings.addAll(row);
            open.setLength(0);
        }
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && !WITHIN_A_LINE.contains(element.normalName());
    }

    private void end() {
        ended.add(open.toString());
        open.setLength(0);
    }
}
