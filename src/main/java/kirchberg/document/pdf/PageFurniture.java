package kirchberg.document.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells running heads, running feet and page numbers from the text. Of the first three and the last three lines of a
 * page, a line is left out if it is nothing but the page's own number or one that is written as a page's ("Page 3",
 * "3/7", "- 3 -"), or if, but for the page's own number in it, it stands there on at least three pages and at least
 * half of them, or on both of two. A paragraph goes on over the end of a page if its last line ends no sentence and
 * either is nearly as long as the longest before it, or the next page begins with a small letter.
 */
final class PageFurniture {
    private static final int EDGE = 3;
    private static final BigDecimal LONG = new BigDecimal("0.75");
    private static final Pattern ENDED = Pattern.compile("[.!?:;…][»”’\"')\\]]*\\z");
    private static final Pattern WRITTEN_NUMBER = Pattern.compile(
            "(?i)(?:[-–—|]\\s*\\d{1,4}\\s*[-–—|]|(?:page|seite)\\s*\\d{1,4}(?:\\s*(?:/|of|von|sur|de)\\s*\\d{1,4})?"
                    + "|\\d{1,4}\\s*(?:/|of|von|sur)\\s*\\d{1,4})");

    private final List<List<String>> pages;
    private final Set<String> repeated;

    PageFurniture(List<List<String>> pages) {
        this.pages = pages;
        var times = numbers()
                .flatMap(number -> edge(page(number))
                        .map(i -> shape(page(number).get(i), number))
                        .distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        this.repeated = times.entrySet().stream()
                .filter(entry -> isOften(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The lines of all pages without their furniture; an empty line ends a paragraph. */
    List<String> text() {
        var lines = new ArrayList<String>();
        numbers().map(this::text).filter(page -> !page.isEmpty()).forEach(page -> {
            if (!lines.isEmpty() && !goesOn(lines, page.get(0))) {
                lines.add("");
            }
            lines.addAll(page);
        });
        return lines;
    }

    /** A page without furniture, and without empty lines at its ends. */
    private List<String> text(int number) {
        var page = page(number);
        var edges = edge(page).collect(Collectors.toSet());
        var kept = IntStream.range(0, page.size())
                .filter(i -> !edges.contains(i) || !isFurniture(page.get(i), number))
                .mapToObj(page::get)
                .toList();
        var written = IntStream.range(0, kept.size())
                .filter(i -> !kept.get(i).isBlank())
                .toArray();
        return written.length == 0 ? List.of() : kept.subList(written[0], written[written.length - 1] + 1);
    }

    private static boolean goesOn(List<String> before, String next) {
        var last = before.get(before.size() - 1).strip();
        var longest = before.stream().mapToInt(String::length).max().orElse(0);
        var isFull = LONG.multiply(BigDecimal.valueOf(longest)).compareTo(BigDecimal.valueOf(last.length())) <= 0;
        return !ENDED.matcher(last).find()
                && (isFull || Character.isLowerCase(next.strip().codePointAt(0)));
    }

    private boolean isOften(long times) {
        return pages.size() == 2 ? times == 2 : times >= 3 && 2 * times >= pages.size();
    }

    private boolean isFurniture(String line, int number) {
        return line.strip().equals(String.valueOf(number))
                || WRITTEN_NUMBER.matcher(line.strip()).matches()
                || repeated.contains(shape(line, number));
    }

    private Stream<Integer> numbers() {
        return IntStream.rangeClosed(1, pages.size()).boxed();
    }

    private List<String> page(int number) {
        return pages.get(number - 1);
    }

    private static Stream<Integer> edge(List<String> page) {
        var written = IntStream.range(0, page.size())
                .filter(i -> !page.get(i).isBlank())
                .boxed()
                .toList();
        return Stream.concat(
                        written.stream().limit(EDGE), written.stream().skip(Math.max(0, written.size() - (long) EDGE)))
                .distinct();
    }

    private static String shape(String line, int number) {
        return line.strip().replaceFirst("(?<!\\d)" + number + "(?!\\d)", "#").replaceAll("\\s+", " ");
    }
}
