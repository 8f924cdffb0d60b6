package kirchberg.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.finding.Finding;

/** The claims of a release under the publications that make them. */
final class ClaimList {
    private static final int WIDTH = 80;

    private ClaimList() {}

    static String of(List<Finding> findings) {
        var page = new PlainText(WIDTH);
        var byPublication =
                findings.stream().collect(Collectors.groupingBy(f -> f.claim().publication()));
        byPublication.keySet().stream()
                .sorted(Comparator.comparing(Publication::date, Comparator.<LocalDate>reverseOrder())
                        .thenComparing(Publication::id))
                .forEach(p -> {
                    page.blank();
                    page.paragraph(p.title() + ", " + Numbers.published(p.date()) + " (" + p.id() + ")");
                    page.grid(rows(byPublication.getOrDefault(p, List.of())));
                });
        return page.text().stripLeading();
    }

    private static List<List<String>> rows(List<Finding> findings) {
        var rows = new ArrayList<List<String>>();
        findings.forEach(f -> rows.add(List.of(
                "  " + f.claim().id(), Words.verdict(f.verdict()).toLowerCase(Locale.ROOT), Words.figure(f.claim()))));
        return rows;
    }
}
