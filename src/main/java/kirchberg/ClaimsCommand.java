package kirchberg;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Nearest;
import kirchberg.domain.Place;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code claims}: what was published, without any portfolio. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        description = "Lists published figures: what each is about, and who printed it. Several filters together keep"
                + " what passes all of them; their values are written as in claim files.")
final class ClaimsCommand implements Callable<Integer> {
    private static final Path CLAIMS = Path.of("data", "claims");
    private static final int MOST_NAMED = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "CLAIMS", arity = "0..*", description = "Claim files or folders. Default: data/claims.")
    private List<Path> files = List.of();

    @Option(names = "--year", paramLabel = "Y", description = "Only figures of this year, alone or among others.")
    private @Nullable String year;

    @Option(
            names = "--place",
            paramLabel = "P",
            description = "Only figures of this place: WORLD, EU, NON_EU, a country code, codes as in EE+LT+LV, or"
                    + " region:KEY.")
    private @Nullable String place;

    @Option(names = "--measure", paramLabel = "M", description = "Only this measure, such as share.")
    private @Nullable String measure;

    @Option(names = "--publication", paramLabel = "ID", description = "Only figures of this publication.")
    private @Nullable String publication;

    @Option(names = "--institution", paramLabel = "I", description = "Only figures of EIB, EIF, GROUP or COMMISSION.")
    private @Nullable String institution;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var all = Configuration.claims(files.isEmpty() ? List.of(CLAIMS) : files);
        var publications = all.stream().map(c -> c.publication().id()).distinct();
        var filters = List.of(
                ofYear(),
                ofPlace(),
                of("measure", measure, named(Stream.of(Measure.values()), ClaimsCommand::word), Claim::measure),
                of("institution", institution, named(Stream.of(Institution.values()), Enum::name), Claim::institution),
                of(
                        "publication",
                        publication,
                        named(publications, id -> id),
                        c -> c.publication().id()));
        var kept = all.stream()
                .filter(c -> filters.stream().allMatch(f -> f.test(c)))
                .toList();
        spec.commandLine().getOut().println(output.list(kept));
        return 0;
    }

    private Predicate<Claim> ofYear() {
        if (year == null) {
            return c -> true;
        }
        if (!year.matches("[12]\\d{3}")) {
            throw unknown("year", year, "a year, as in 2024", "Years have four digits.");
        }
        var wanted = Integer.parseInt(year);
        return c -> c.period().covers(wanted);
    }

    private Predicate<Claim> ofPlace() {
        if (place == null) {
            return c -> true;
        }
        try {
            var wanted = Place.parse(place);
            return c -> wanted.equals(c.place()) || wanted.equals(c.ofPlace());
        } catch (IllegalArgumentException e) {
            throw unknown(
                    "place",
                    place,
                    "WORLD, EU, NON_EU, a country code, codes as in EE+LT+LV, or region:KEY",
                    Nearest.to(place, List.of("WORLD", "EU", "NON_EU"))
                            .map(word -> "Did you mean " + word + "?")
                            .orElse("Countries go by their codes, as in FR."));
        }
    }

    /** Claims that have one of a few values, which the command line names as claim files do. */
    private static <T> Predicate<Claim> of(
            String what, @Nullable String text, Map<String, T> known, Function<Claim, T> value) {
        if (text == null) {
            return c -> true;
        }
        var wanted = known.get(text);
        if (wanted == null) {
            var expected = known.size() > MOST_NAMED ? "one of " + known.size() : String.join(", ", known.keySet());
            throw unknown(what, text, expected, nearest(text, known.keySet()));
        }
        return c -> wanted.equals(value.apply(c));
    }

    private static Stop unknown(String what, String text, String expected, String hint) {
        return new Stop(
                Exit.USAGE, "Cannot list claims: unknown " + what + ", got " + text + ", expected " + expected, hint);
    }

    private static String nearest(String text, Collection<String> known) {
        return Nearest.to(text, known)
                .map(word -> "Did you mean " + word + "?")
                .orElse("Values are written as in claim files.");
    }

    private static <T> Map<String, T> named(Stream<T> values, Function<T, String> name) {
        var named = new LinkedHashMap<String, T>();
        values.forEach(value -> named.put(name.apply(value), value));
        return named;
    }

    private static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
