package kirchberg.domain.judgement.proof;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Stage;
import kirchberg.domain.judgement.proof.Financing.Operation;
import kirchberg.domain.judgement.proof.Financing.Part;
import kirchberg.domain.judgement.proof.Financing.Where;

/** Portfolios of which everything is known, and what is left of them when things are hidden. */
public final class HiddenRows {
    private static final int ROWS = 40;
    private static final int OPERATIONS = 20;
    private static final int NAMES = 15;

    private HiddenRows() {}

    /** Up to 40 rows of 2023 and 2024, of which everything is known. */
    public static List<Financing> truth(Random random) {
        return Stream.generate(() -> row(random))
                .limit(1 + random.nextInt(ROWS))
                .toList();
    }

    private static Financing row(Random random) {
        var books = random.nextInt(3) == 0 ? Institution.EIF : Institution.EIB;
        var cents = random.nextInt(10_000_000) - (random.nextInt(8) == 0 ? 10_000_000L : 0);
        var labels = new HashMap<Label, Part>();
        for (var label : RandomRows.LABELS) {
            var part = random.nextInt(3) * 50L;
            labels.put(label, Part.hundredths(part, part));
        }
        var id = "op" + random.nextInt(OPERATIONS);
        return new Financing(
                books,
                Stage.SIGNED,
                2023 + random.nextInt(2),
                new Operation(id, id),
                cents,
                books == Institution.EIB ? 0 : cents / 4 * random.nextInt(5),
                (long) random.nextInt(1_000_000),
                RandomRows.PLACES.get(random.nextInt(3)),
                labels);
    }

    /** Each thing that is known of the row is hidden with the same chance, a label sometimes in part only. */
    public static Financing hidden(Financing row, int percent, Random random) {
        var hidden = row;
        for (var label : RandomRows.LABELS) {
            if (random.nextInt(100) < percent) {
                var known = row.part(label);
                var whole = random.nextInt(3) > 0;
                hidden = hidden.with(label, whole ? Part.UNKNOWN : new Part(known.low(), BigDecimal.ONE));
            }
        }
        if (random.nextInt(100) < percent) {
            hidden = hidden.with(Where.NOWHERE);
        }
        var isJointHidden = row.institution() == Institution.EIF && random.nextInt(100) < percent;
        var isMobilisedHidden = random.nextInt(100) < percent / 4;
        if (random.nextInt(100) < percent) {
            hidden = hidden.with(new Operation(null, name(row)));
        }
        return hidden.of(
                row.cents(), isJointHidden ? null : row.jointCents(), isMobilisedHidden ? null : row.mobilisedCents());
    }

    /** Every operation has one name, which another operation may have too. */
    private static String name(Financing row) {
        return "name:" + Integer.parseInt(row.operation().key().substring(2)) % NAMES;
    }
}
