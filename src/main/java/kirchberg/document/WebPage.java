package kirchberg.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The main part of an HTML page: its one {@code main} element, else its one {@code article}, else its body; without
 * what is no text, what is hidden, and what leads elsewhere ({@code nav}, {@code aside}, {@code footer}, and a
 * {@code header} without a heading). Each block, list item and table row is a paragraph. Nothing that a page names is
 * fetched.
 */
final class WebPage {
    /** Elements within one another; browsers stop at 512. */
    private static final int DEPTH = 1_000;

    /** Tags of a page, opening and closing; a long report has about 50,000. */
    private static final int TAGS = 200_000;

    private static final String DROPPED = "script, style, noscript, template, nav, aside, footer, form, button, select,"
            + " textarea, svg, math, iframe, object, embed, audio, video, canvas, dialog, head,"
            + " header:not(:has(h1, h2)), [hidden], [aria-hidden=true], [role=navigation], [role=contentinfo],"
            + " [role=search], [style~=(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";

    private WebPage() {}

    /**
     * @throws Stop with exit 3 if it has too many elements, or they are nested too deeply, as only a hostile page's are
     */
    static Draft of(String html, Path file) {
        var tags = html.chars().filter(letter -> letter == '<').count();
        if (tags > TAGS) {
            throw tooMuch("it has " + tags + " tags, expected at most " + TAGS, file);
        }
        var page = Jsoup.parse(html);
        requireShallow(page, file);
        var title = text(page, "h1")
                .orElseGet(() -> content(page, "meta[property=og:title]").orElse(page.title()));
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

    private static void requireShallow(Document page, Path file) {
        var deepest = new AtomicInteger();
        page.traverse((node, depth) -> deepest.accumulateAndGet(depth, Math::max));
        if (deepest.get() > DEPTH) {
            throw tooMuch("its elements are nested " + deepest + " deep, expected at most " + DEPTH, file);
        }
    }

    private static Stop tooMuch(String why, Path file) {
        return Stop.refused(
                Refusal.LIMIT, "Cannot read the page: " + why + "\nin " + file, "Save its text as plain text.");
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
        var lines = new Blocks();
        main.traverse(lines);
        return lines.ended().stream()
                .map(Paragraphs::visible)
                .filter(line -> !line.isEmpty())
                .toList();
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
}
