package kirchberg;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaMember.Predicates.declaredIn;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static kirchberg.SparkRulesTest.call;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Habits that the walls do not show: files, clock and chance, streams, exact numbers, names. */
@AnalyzeClasses(packages = "kirchberg", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTest {
    private static final Set<String> SPARK_CHANCE = Set.of(
            "curdate",
            "localtimestamp",
            "monotonically_increasing_id",
            "now",
            "rand",
            "randn",
            "random",
            "randstr",
            "shuffle",
            "spark_partition_id",
            "uniform",
            "unix_timestamp",
            "uuid");

    private static final Set<String> JAVA_CHANCE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    private static final DescribedPredicate<JavaClass> MAIN =
            describe("Main", c -> c.getName().matches("kirchberg[.]Main([$].*)?"));

    /** Others are given a Clock, an instant or a seed. */
    @ArchTest
    static final ArchRule NO_CLOCK_OR_CHANCE = noClasses()
            .that()
            .resideOutsideOfPackages("kirchberg", "..job..")
            .should()
            .accessTargetWhere(call("the clock or chance is asked", HouseRulesTest::isClockOrChance));

    /** Main leaves its exit code in the launcher's file. */
    @ArchTest
    static final ArchRule FILES_ARE_TOUCHED_WHERE_THEY_BELONG_ONLY = noClasses()
            .that(DescribedPredicate.not(MAIN))
            .and()
            .resideOutsideOfPackages("..config..", "..read..", "..publish..", "..report..", "..sample..", "..fetch..")
            .and()
            .resideOutsideOfPackages("..document..", "..tell..")
            .should(dependOnClassesThat(describe("touch files", HouseRulesTest::touchesFiles)));

    /** Spark and the stores of releases have ways of their own; our own words leave the house here alone. */
    @ArchTest
    static final ArchRule FETCHING_AND_TELLING_ALONE_SPEAK_TO_OTHER_MACHINES = noClasses()
            .that()
            .resideOutsideOfPackages("..fetch..", "..tell..")
            .should(dependOnClassesThat(describe("speak to other machines", HouseRulesTest::speaksToOthers)));

    @ArchTest
    static final ArchRule ONLY_MAIN_PRINTS =
            noClasses().that(DescribedPredicate.not(MAIN)).should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule ONLY_MAIN_EXITS = noClasses()
            .that(DescribedPredicate.not(MAIN))
            .should()
            .accessTargetWhere(call(
                    "the program is ended",
                    c -> Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt")
                            .contains(name(c))));

    @ArchTest
    static final ArchRule NO_GENERIC_EXCEPTION_IS_THROWN =
            GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    /** Drawing coordinates are no money. */
    @ArchTest
    static final ArchRule NO_FIELD_IS_A_FLOATING_POINT_NUMBER = noFields()
            .that(DescribedPredicate.not(declaredIn(resideInAPackage("..report.."))))
            .should()
            .haveRawType(describe("a floating-point number", HouseRulesTest::isFloatingPoint));

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_NUMBER_BECOMES_A_DECIMAL_OR_COMES_FROM_ONE = noClasses()
            .that()
            .resideOutsideOfPackage("..report..")
            .should()
            .accessTargetWhere(call("a floating-point number comes in", HouseRulesTest::isFloatingPoint));

    /** A name that a library's interface asks for is not ours. */
    @ArchTest
    static final ArchRule NO_GETTERS_AND_SETTERS = noMethods()
            .that(DescribedPredicate.not(declaredIn(ArchitectureTest.PAGES)))
            .and(describe("are named by us", HouseRulesTest::isNamedByUs))
            .should()
            .haveNameMatching("(get|set)[A-Z].*");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that()
            .areStatic()
            .and(DescribedPredicate.not(declaredIn(ArchitectureTest.PAGES)))
            .and(describe("are written by us", (JavaField f) -> !f.getName().startsWith("$")))
            .should()
            .beFinal();

    private static boolean isClockOrChance(CodeUnitAccessTarget target) {
        var parameters = target.getRawParameterTypes();
        var spark = target.getOwner().getFullName().equals("org.apache.spark.sql.functions")
                && (SPARK_CHANCE.contains(target.getName()) || target.getName().startsWith("current_"));
        var given = parameters.stream().anyMatch(p -> p.isEquivalentTo(Clock.class));
        var clock = target.getOwner().getPackageName().equals("java.time")
                && ((target.getName().equals("now") && !given)
                        || target.getName().startsWith("system"));
        var unseeded = target.getOwner().isEquivalentTo(Random.class)
                && target.getName().equals("<init>")
                && parameters.isEmpty();
        return spark || clock || unseeded || JAVA_CHANCE.contains(name(target));
    }

    private static boolean touchesFiles(JavaClass target) {
        return target.getFullName().equals("java.nio.file.Files")
                || target.getFullName().startsWith("java.nio.channels.FileChannel")
                || target.getFullName().matches("java[.]io[.](Random)?(Access)?File.*(?<!Exception)")
                || target.getFullName().matches("org[.]apache[.]spark[.]sql[.]DataFrame(Reader|Writer.*)")
                || target.getPackageName().startsWith("org.apache.hadoop");
    }

    private static boolean speaksToOthers(JavaClass target) {
        return target.getPackageName().startsWith("java.net.http")
                || target.getFullName().matches("java[.]net[.](URL|.*Socket|.*URLConnection|InetAddress)")
                || target.getFullName().matches("java[.]nio[.]channels[.].*SocketChannel");
    }

    private static boolean isFloatingPoint(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getFullName());
    }

    private static boolean isFloatingPoint(CodeUnitAccessTarget target) {
        var fromDouble = target.getOwner().isEquivalentTo(BigDecimal.class)
                && target.getRawParameterTypes().stream().anyMatch(HouseRulesTest::isFloatingPoint);
        return fromDouble
                || Set.of("doubleValue", "floatValue", "parseDouble", "parseFloat")
                        .contains(target.getName());
    }

    private static boolean isNamedByUs(JavaMethod method) {
        var owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(c -> !c.getPackageName().startsWith("kirchberg"))
                .flatMap(c -> c.getMethods().stream())
                .noneMatch(m -> m.getName().equals(method.getName()));
    }

    private static String name(CodeUnitAccessTarget target) {
        return target.getOwner().getFullName() + "." + target.getName();
    }
}
