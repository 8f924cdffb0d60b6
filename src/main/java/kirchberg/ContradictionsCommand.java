package kirchberg;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kirchberg.config.Configuration;
import kirchberg.config.RelationFile;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.relation.Declared;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.search.Relations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contradictions}: claims against claims, without any portfolio. */
@Command(
        name = "contradictions",
        mixinStandardHelpOptions = true,
        description = "Compares published figures with each other, without any portfolio: sums, parts, shares, ratios"
                + " and growth, by exact arithmetic on what the printed roundings leave. Exits 0 whatever it finds.")
final class ContradictionsCommand implements Callable<Integer> {
    private static final Path CLAIMS = Path.of("data", "claims");
    private static final Path RELATIONS = Path.of("data", "relations");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CLAIMS",
            arity = "0..*",
            description = "Claim files or folders. Default: data/claims, with the relations of data/relations.")
    private List<Path> claims = List.of();

    @Option(names = "--relations", paramLabel = "PATH", description = "Files or folders of declared relations.")
    private List<Path> relations = List.of();

    @Option(names = "--all", description = "Shows what agrees, too.")
    private boolean all;

    @Option(names = "--year", paramLabel = "YEAR", description = "Only what speaks of this year.")
    private @Nullable Integer year;

    @Option(
            names = "--place",
            paramLabel = "PLACE",
            description = "Only what speaks of this place: WORLD, EU, NON_EU, a country code or region:KEY.")
    private @Nullable String place;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        var wanted = place();
        var read = Configuration.claims(claims.isEmpty() ? List.of(CLAIMS) : claims);
        var found = Relations.among(read, declared(read)).stream()
                .filter(r -> isWanted(r, wanted))
                .toList();
        spec.commandLine().getOut().println(output.render(found, read.size(), all));
        return 0;
    }

    /** The declared relations speak of the claims beside them, so they are left out where others are given. */
    private List<Declared> declared(List<Claim> read) {
        if (!relations.isEmpty()) {
            return RelationFile.relations(relations, read);
        }
        return claims.isEmpty() ? RelationFile.relationsIfAny(RELATIONS, read) : List.of();
    }

    private boolean isWanted(Relation relation, @Nullable Place wanted) {
        return (year == null || relation.concerns(year)) && (wanted == null || relation.concerns(wanted));
    }

    private @Nullable Place place() {
        try {
            return place == null ? null : Place.parse(place);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
