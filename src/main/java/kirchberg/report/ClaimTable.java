package kirchberg.report;

import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.claim.Claim;

/**
 * The list of published figures for a terminal: each by its id and number, below it what it is about and who said it.
 */
final class ClaimTable {
    private static final int LEAST_WIDTH = 60;
    private static final String MARGIN = "  ";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ClaimTable(int width) {
        this.width = Math.max(LEAST_WIDTH, width);
    }

    static String of(List<Claim> claims, int width) {
        var table = new ClaimTable(width);
        table.ends("CLAIM", "FIGURE");
        table.lines.add("-".repeat(table.width));
        claims.forEach(table::claim);
        table.lines.add("-".repeat(table.width));
        table.lines.addAll(TerminalTable.wrap(count(claims), table.width));
        return String.join("\n", table.lines).replace('\u00A0', ' ');
    }

    private void claim(Claim claim) {
        ends(claim.id(), Words.figure(claim));
        below(Words.subject(claim));
        below(claim.publication().id() + ", "
                + Numbers.published(claim.publication().date()));
        if (claim.outOfReach() != null) {
            below("Out of reach: " + claim.outOfReach());
        }
    }

    /** The name stays whole, however long, so that it can be copied. */
    private void ends(String name, String figure) {
        var number = Reporting.visible(figure);
        var gap = width - name.codePointCount(0, name.length()) - number.codePointCount(0, number.length());
        if (gap > 0) {
            lines.add(name + " ".repeat(gap) + number);
        } else {
            lines.add(name);
            lines.add(" ".repeat(Math.max(0, width - number.codePointCount(0, number.length()))) + number);
        }
    }

    private void below(String text) {
        TerminalTable.wrap(text, width - MARGIN.length()).forEach(line -> lines.add(MARGIN + line));
    }

    private static String count(List<Claim> claims) {
        var publications =
                claims.stream().map(c -> c.publication().id()).distinct().count();
        var beyond = claims.stream().filter(c -> c.outOfReach() != null).count();
        if (claims.isEmpty()) {
            return "No published figure passes all of these filters.";
        }
        return claims.size()
                + (claims.size() == 1 ? " claim in " : " claims in ")
                + publications
                + (publications == 1 ? " publication" : " publications")
                + (beyond == 0 ? "." : "; no portfolio can decide " + beyond + " of them.");
    }
}
