package kirchberg.read.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.CohesionCategory;
import kirchberg.domain.Exit;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Problem;
import kirchberg.domain.Stop;
import kirchberg.read.reference.ReferenceFile.Entry;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.ReferenceTables;
import kirchberg.table.References;
import kirchberg.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** The folder of reference tables. */
public final class ReferenceFiles {
    private static final String SUCCESSOR_OF = "successor_of";
    private static final String PRIORITY = "priority";
    private static final Predicate<String> OPTIONAL_CODE = ReferenceFile.matches("([A-Z]{2})?");
    private static final Predicate<String> NUTS2 = ReferenceFile.matches("[A-Z]{2}[A-Z0-9]{2}");
    private static final Predicate<String> KEY = ReferenceFile.matches("[A-Z][A-Z_]*");
    private static final Set<String> MEMBERSHIPS = names(Membership.values());

    private final SparkSession spark;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    private ReferenceFiles(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /**
     * Reads every reference table of a folder.
     *
     * @throws Stop with exit 2 and every problem found: a missing file or column, a doubled key, a value not known
     */
    public static ReferenceTables read(SparkSession spark, Path folder) {
        return new ReferenceFiles(spark, folder).read();
    }

    private ReferenceTables read() {
        var regions = regions();
        var countries = countries(regions.values(References.LABEL_REGION.name()));
        var sectors = sectors();
        var cohesion = cohesion();
        var priorities = priorities();
        var sectorKeys = sectors.values(Financings.SECTOR.name());
        var rules = new ReferenceRules(folder, sectorKeys, problems);
        var named = new ReferencePlaces(folder, cohesion.values(Financings.NUTS2.name()), sectorKeys, problems);
        requireNoProblems();
        return new ReferenceTables(
                dataset(References.COUNTRIES, countries),
                dataset(References.REGIONS, regions),
                dataset(References.SECTORS, sectors),
                dataset(References.COHESION, cohesion),
                rules.rules(),
                named.gazetteer(),
                places(countries, regions),
                Map.of(
                        "priorities",
                        (long) priorities.entries().size(),
                        "cohesion_regions",
                        cohesionRegions(cohesion)));
    }

    private static Set<String> places(ReferenceFile countries, ReferenceFile regions) {
        var codes = countries.values(Financings.COUNTRY_CODE.name()).stream().filter(code -> !code.isEmpty());
        var keys = regions.values(References.LABEL_REGION.name()).stream()
                .map(key -> new Place(Place.Kind.REGION, key).text());
        return Stream.concat(codes, keys).collect(Collectors.toSet());
    }

    private void requireNoProblems() {
        if (!problems.isEmpty()) {
            var message = problems.stream().map(Problem::render).collect(Collectors.joining("\n\n"));
            throw new Stop(Exit.USAGE, message, "correct the reference tables in " + folder);
        }
    }

    private ReferenceFile regions() {
        var file = file(References.REGIONS);
        file.requireUnique(Financings.REGION_LABEL.name());
        file.require(References.LABEL_REGION.name(), KEY, "a key in upper case");
        file.requireOneOf(References.REGION_MEMBERSHIP.name(), MEMBERSHIPS);
        return file;
    }

    private ReferenceFile countries(Set<String> regions) {
        var file = file(References.COUNTRIES);
        file.requireUnique(Financings.COUNTRY_LABEL.name());
        file.require(Financings.COUNTRY_CODE.name(), OPTIONAL_CODE, "two capital letters or nothing");
        file.requireOneOf(References.COUNTRY_REGION.name(), ReferenceFile.orNothing(regions));
        file.require(References.MEMBER_FROM.name(), ReferenceFiles::isDayOrNothing, "a date such as 1958-01-01");
        file.require(References.MEMBER_UNTIL.name(), ReferenceFiles::isDayOrNothing, "a date such as 2020-01-31");
        file.requireOneOf(References.COHESION_REGIONS.name(), ReferenceFile.orNothing(Set.of("ALL", "SOME", "NONE")));
        file.requireOneOf(References.MEMBERSHIP.name(), ReferenceFile.orNothing(MEMBERSHIPS));
        return file;
    }

    private ReferenceFile sectors() {
        var file = file(References.SECTORS);
        file.requireUnique(Financings.SECTOR_LABEL.name());
        file.require(Financings.SECTOR.name(), KEY, "a key in upper case");
        return file;
    }

    private ReferenceFile cohesion() {
        var columns = new ArrayList<>(References.COHESION.names());
        columns.add(SUCCESSOR_OF);
        var file = file(References.COHESION.name(), columns);
        file.requireUnique(Financings.NUTS2.name());
        file.require(Financings.NUTS2.name(), NUTS2, "a NUTS-2 code such as AT11");
        file.requireOneOf(Financings.COHESION_CATEGORY.name(), names(CohesionCategory.values()));
        return file;
    }

    private ReferenceFile priorities() {
        var file = file("priorities", List.of(PRIORITY));
        file.requireUnique(PRIORITY);
        file.requireOneOf(
                PRIORITY, Arrays.stream(Priority.values()).map(Priority::key).collect(Collectors.toSet()));
        return file;
    }

    private ReferenceFile file(Table table) {
        return file(table.name(), table.names());
    }

    private ReferenceFile file(String name, List<String> columns) {
        return new ReferenceFile(folder.resolve(name + ".csv"), columns, problems);
    }

    private static long cohesionRegions(ReferenceFile cohesion) {
        return cohesion.entries().stream()
                .filter(e -> e.text(SUCCESSOR_OF).isEmpty())
                .filter(e ->
                        !CohesionCategory.MORE_DEVELOPED.name().equals(e.text(Financings.COHESION_CATEGORY.name())))
                .count();
    }

    private Dataset<Row> dataset(Table table, ReferenceFile file) {
        var rows = file.entries().stream().map(e -> row(table, e)).toList();
        return spark.createDataFrame(rows, table.schema());
    }

    private static Row row(Table table, Entry entry) {
        return RowFactory.create(
                table.fields().stream().map(f -> value(f, entry.text(f.name()))).toArray());
    }

    private static @Nullable Object value(Field field, String text) {
        var stated = stated(text);
        return stated == null || !field.type().equals(DataTypes.DateType) ? stated : LocalDate.parse(stated);
    }

    private static @Nullable String stated(String text) {
        return text.isEmpty() ? null : text;
    }

    private static boolean isDayOrNothing(String text) {
        try {
            return text.isEmpty() || LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
