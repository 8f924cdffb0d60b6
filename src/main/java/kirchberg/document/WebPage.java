package kirchberg.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The main part of an HTML page: its one {@code main} element, else its one {@code article}, else its body; without what
 * is no text, what is hidden, and what leads elsewhere ({@code nav}, {@code aside}, {@code footer}, and a {@code header}
 * without a heading). Each block, list item and table row is a paragraph. Nothing that a page names is fetched.
 */
final class WebPage {
    private static final String DROPPED = "script, style, noscript, template, nav, aside, footer, form, button, select,"
            + " textarea, svg, math, iframe, object, embed, audio, video, canvas, dialog, head,"
            + " header:not(:has(h1, h2)), [hidden], [aria-hidden=true], [role=navigation], [role=contentinfo],"
            + " [role=search], [style~=(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";

    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img");

    private WebPage() {}

    static Draft of(String html) {
        var page = Jsoup.parse(html);
        var title = text(page, "h1").orElseGet(() -> content(page, "meta[property=og:title]").orElse(page.title()));
        var day = attribute(page, "time[datetime]", "datetime")
                .or(() -> content(page, "meta[property=article:published_time], meta[name=date]"))
                .map(stamp -> stamp.length() > 10 ? stamp.substring(0, 10) : stamp)
                .orElse("");
        var url = attribute(page, "link[rel=canonical]", "href")
                .or(() -> content(page, "meta[property=og:url]"))
                .orElse("");
        var language = attribute(page, "html[lang]", "lang").orElse("");
        page.select(DROPPED).remove();
        return new Draft(Paragraphs.visible(title), language, day, url, paragraphs(main(page)));
    }

    private static Element main(Document page) {
        return Stream.of("main, [role=main]", "article")
                .map(page::select)
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0))
                .findFirst()
                .orElse(page.body());
    }

    private static List<String> paragraphs(Element main) {
        main.select("table").forEach(WebPage::flatten);
        var lines = new Blocks();
        main.traverse(lines);
        return lines.ended().stream()
                .map(Paragraphs::visible)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * Rows of a table become paragraphs "heading: cell | heading: cell"; without a first row of headings, the cells alone.
     */
    private static void flatten(Element table) {
        var rows = table.select("tr");
        var first = rows.isEmpty() ? List.<Element>of() : rows.get(0).select("th, td");
        var hasHead = !first.isEmpty() && first.stream().allMatch(cell -> cell.normalName().equals("th"));
        var made = new Element("div");
        table.select("caption").forEach(caption -> made.appendElement("p").text(caption.text()));
        rows.stream().skip(hasHead ? 1 : 0).forEach(row -> made.appendElement("p").text(line(row, hasHead ? first : List.of())));
        table.replaceWith(made);
    }

    private static String line(Element row, List<Element> head) {
        var cells = new ArrayList<String>();
        var found = row.select("th, td");
        for (var i = 0; i < found.size(); i++) {
            var heading = i < head.size() ? head.get(i).text() : "";
            var cell = found.get(i).text();
            cells.add(heading.isEmpty() ? cell : heading + ": " + cell);
        }
        return String.join(" | ", cells);
    }

    private static Optional<String> text(Document page, String selector) {
        return page.select(selector).stream()
                .map(Element::text)
                .filter(found -> !found.isBlank())
                .findFirst();
    }

    private static Optional<String> content(Document page, String selector) {
        return attribute(page, selector, "content");
    }

    private static Optional<String> attribute(Document page, String selector, String name) {
        return page.select(selector).stream()
                .map(found -> found.attr(name).strip())
                .filter(found -> !found.isEmpty())
                .findFirst();
    }

    /** Text from one block to the next; an element of a block is no end of a line, every other is. */
    private static final class Blocks implements NodeVisitor {
        private final List<String> ended = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                open.append(text.getWholeText().replaceAll("[\\n\\r\\t\\f]", " "));
            } else if (isBlock(node)) {
                end();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isBlock(node)) {
                end();
            }
        }

        List<String> ended() {
            end();
            return ended;
        }

        private static boolean isBlock(Node node) {
            return node instanceof Element element && !WITHIN_A_LINE.contains(element.normalName());
        }

        private void end() {
            ended.add(open.toString());
            open.setLength(0);
        }
    }
}
