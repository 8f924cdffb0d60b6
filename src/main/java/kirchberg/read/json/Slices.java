package kirchberg.read.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;

/**
 * The pages of a source, by the query that they answer: {@code page-0000.json} and so on are one slice,
 * {@code 2024-page-0000.json} and so on another. A file of any other name is a slice of its own.
 */
final class Slices {
    /**
     * What a page says of itself.
     *
     * @param file its name
     * @param number 0 for the first of a slice
     * @param size most items of a page
     * @param items that it has
     * @param total items of all pages of the slice
     */
    record Page(String file, long number, long size, long items, long total) {}

    private static final Pattern NAME = Pattern.compile("(?:(.*)-)?page-([0-9]{1,9})[.]json");

    private final Source source;
    private final Map<String, List<Page>> slices = new TreeMap<>();

    Slices(Source source) {
        this.source = source;
    }

    void add(Page page) {
        var name = NAME.matcher(page.file());
        var slice = !name.matches() ? page.file() : name.group(1) == null ? "page" : name.group(1) + "-page";
        slices.computeIfAbsent(slice, s -> new ArrayList<>()).add(page);
    }

    /**
     * How many items the source says that it has.
     *
     * @throws Stop CONTROL_FIGURE if the pages of a slice are not one list, whole and each once
     */
    long requireWhole() {
        requireDifferentFiles();
        return slices.values().stream().mapToLong(this::requireOneList).sum();
    }

    private long requireOneList(List<Page> slice) {
        slice.sort(Comparator.comparingLong(Slices::position).thenComparing(Page::file));
        var first = slice.get(0);
        for (var index = 0; index < slice.size(); index++) {
            var page = slice.get(index);
            requireEqual(page, "page number", page.number(), index);
            requireEqual(page, "itemPerPage", page.size(), first.size());
            requireEqual(page, "totalItems", page.total(), first.total());
        }
        return first.total();
    }

    private static long position(Page page) {
        var name = NAME.matcher(page.file());
        return name.matches() ? Long.parseLong(name.group(2)) : 0;
    }

    private void requireEqual(Page page, String what, long got, long expected) {
        if (got != expected) {
            throw refused(
                    page.file() + " does not belong to the pages before it, got " + what + " " + got + ", expected "
                            + expected,
                    "The pages of one query are named page-0000.json, page-0001.json and so on, without gap. Fetch the"
                            + " list again if one is missing, came twice or is of another day.");
        }
    }

    private void requireDifferentFiles() {
        var digests = new HashMap<String, String>();
        for (var file : source.files()) {
            digests.put(file.name(), file.sha256());
        }
        var seen = new HashSet<String>();
        slices.values().stream()
                .flatMap(List::stream)
                .filter(p -> p.items() > 0 && !seen.add(digests.getOrDefault(p.file(), p.file())))
                .findFirst()
                .ifPresent(this::refuseTwice);
    }

    private void refuseTwice(Page page) {
        throw refused(
                page.file() + " has the same bytes as another file, got "
                        + source.files().stream().map(SourceFile::name).toList() + ", expected each page once",
                "Take the copy out of the folder and of source.yaml.");
    }

    private Stop refused(String why, String hint) {
        return Stop.refused(Refusal.CONTROL_FIGURE, "Cannot use " + source.id() + ": " + why, hint);
    }
}
