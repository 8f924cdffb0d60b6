package kirchberg.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.sample.Calibration.Measure;
import kirchberg.sample.Calibration.Year;
import org.jspecify.annotations.Nullable;

/** Names, programmes and priorities of one year's operations. */
final class Marking {
    private static final String NONE = "none";

    /** Priorities that a row states by key; climate and cohesion have columns of their own. */
    private static final List<String> STATED = Arrays.stream(Priority.values())
            .filter(priority -> priority != Priority.CLIMATE && priority != Priority.COHESION)
            .map(Priority::key)
            .toList();

    /**
     * How an operation is marked.
     *
     * @param works what it finances
     * @param programmes keys; empty if not stated
     */
    record Marks(String name, String works, String programmes) {
        boolean isTechEu() {
            return programmes.equals(Programme.TECHEU.key());
        }
    }

    private final Year year;
    private final Balance techEu;
    private final List<NamedCsvRecord> programmes;

    Marking(Year year) {
        this.year = year;
        this.techEu = new Balance(year.value(Measure.TECHEU));
        this.programmes = Resource.rows("programmes.csv").stream()
                .filter(row -> Integer.parseInt(row.getField("from_year")) <= year.year()
                        && year.year() <= Integer.parseInt(row.getField("to_year")))
                .toList();
    }

    Marks mark(Operation operation, long groupCents, Random random) {
        var works = operation
                .sector()
                .works()
                .get(random.nextInt(operation.sector().works().size()));
        var name = "SYNTHETIC " + operation.id() + " " + works.toUpperCase(Locale.ROOT);
        if (isTechEu(operation, groupCents, random)) {
            return new Marks("TECHEU " + name, works, Programme.TECHEU.key());
        }
        var stated = random.nextInt(100) < 88;
        var programme = bracket(operation, random.nextInt(1000));
        if (programme == null) {
            return new Marks(name, works, stated ? NONE : "");
        }
        return new Marks(name + " " + programme.getField("marker"), works, stated ? programme.getField("key") : "");
    }

    /** Keys that a row states; {@code none} if it has no priority of these. */
    String priorities(Operation.Part part, Random random) {
        var chances = part.sector().priorityChances();
        var drawn = STATED.stream()
                .filter(key -> random.nextInt(100) < chances.getOrDefault(key, 0))
                .toList();
        var all = part.country().inEu()
                ? drawn.stream()
                : Stream.concat(drawn.stream(), Stream.of(Priority.GLOBAL.key()));
        var text = all.collect(Collectors.joining(";"));
        return text.isEmpty() ? NONE : text;
    }

    private boolean isTechEu(Operation operation, long cents, Random random) {
        boolean eligible = operation.home().inEu()
                && !operation.isJoint()
                && operation.sector().techEu()
                && random.nextBoolean();
        int share = eligible ? techEu.choose(cents, 0, Balance.WHOLE) : 0;
        techEu.add(cents, share);
        return share > 0 && year.value(Measure.TECHEU) > 0;
    }

    private @Nullable NamedCsvRecord bracket(Operation operation, int draw) {
        int end = 0;
        for (var programme : programmes) {
            boolean open = operation.home().inEu()
                    && programme.getField("institution").equals(operation.lead().name());
            end += open ? Integer.parseInt(programme.getField("per_mille")) : 0;
            if (draw < end) {
                return programme;
            }
        }
        return null;
    }
}
