package kirchberg;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** How the house speaks to Spark: expressions only, and actions only where the job calls them. */
@AnalyzeClasses(packages = "kirchberg", importOptions = ImportOption.DoNotIncludeTests.class)
final class SparkRulesTest {
    private static final Set<String> ACTIONS = Set.of(
            "cache",
            "checkpoint",
            "collect",
            "collectAsList",
            "count",
            "describe",
            "first",
            "foreach",
            "foreachPartition",
            "head",
            "isEmpty",
            "localCheckpoint",
            "persist",
            "reduce",
            "show",
            "summary",
            "tail",
            "take",
            "takeAsList",
            "toLocalIterator",
            "write",
            "writeStream",
            "writeTo");

    /** A lambda's interface leaves no trace in the bytecode; the parameter of the called method does. */
    @ArchTest
    static final ArchRule NO_JAVA_FUNCTION_GOES_INTO_A_PLAN = noClasses()
            .should()
            .accessTargetWhere(call(
                    "a Java function is handed to Spark",
                    c -> parameters(c)
                            .anyMatch(p -> p.startsWith("org.apache.spark.api.java.function")
                                    || p.startsWith("org.apache.spark.sql.api.java"))));

    @ArchTest
    static final ArchRule NO_SCALA_FUNCTION_GOES_INTO_A_PLAN = noClasses()
            .should()
            .accessTargetWhere(call(
                    "a Scala function is handed to Spark",
                    c -> ownedBy(c, Dataset.class)
                            && !c.getName().equals("transform")
                            && parameters(c).anyMatch(p -> p.startsWith("scala.Function"))));

    /** Spark's own interface asks for these: the listener that counts actions, and the session that may be there. */
    private static final DescribedPredicate<JavaClass> ASKED_FOR = describe(
            "QueryExecution or Option",
            c -> Set.of("org.apache.spark.sql.execution.QueryExecution", "scala.Option")
                    .contains(c.getFullName()));

    @ArchTest
    static final ArchRule NOTHING_INTERNAL_TO_SPARK = noClasses()
            .should(dependOnClassesThat(resideInAnyPackage(
                            "org.apache.spark.sql.catalyst..",
                            "org.apache.spark.sql.classic..",
                            "org.apache.spark.sql.execution..",
                            "org.apache.spark.sql.internal..",
                            "scala..")
                    .and(not(ASKED_FOR))));

    @ArchTest
    static final ArchRule ONLY_THE_JOB_SEES_WHAT_SPARK_ASKS_FOR =
            noClasses().that().resideOutsideOfPackage("..job..").should().dependOnClassesThat(ASKED_FOR);

    @ArchTest
    static final ArchRule NO_RDD = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark.rdd..", "org.apache.spark.api.java..");

    /** Also the ways to an RDD that leave no class behind. */
    @ArchTest
    static final ArchRule NO_SPARK_CONTEXT = noClasses()
            .should()
            .accessTargetWhere(call(
                    "the Spark context or an RDD is asked for",
                    c -> Set.of("sparkContext", "rdd", "javaRDD", "toJavaRDD").contains(c.getName())
                            && c.getOwner().getPackageName().startsWith("org.apache.spark")));

    @ArchTest
    static final ArchRule ONLY_THE_JOB_OPENS_AND_CLOSES_SPARK = noClasses()
            .that()
            .resideOutsideOfPackage("..job..")
            .should()
            .accessTargetWhere(call(
                    "a session is opened or closed",
                    c -> ownedBy(c, SparkSession.class)
                            && Set.of("active", "builder", "close", "getActiveSession", "stop")
                                    .contains(c.getName())));

    @ArchTest
    static final ArchRule STAGES_OF_THE_PLAN_CALL_NO_ACTION = noClasses()
            .that()
            .resideInAnyPackage("..clean..", "..classify..", "..aggregate..", "..check..", "..compare..")
            .should()
            .accessTargetWhere(call("an action is called", SparkRulesTest::isAction))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_SQL_IN_STRINGS =
            noClasses().should().accessTargetWhere(call("SQL stands in a string", SparkRulesTest::isSqlText));

    private static boolean isAction(CodeUnitAccessTarget target) {
        var pivot = target.getName().equals("pivot")
                && target.getRawParameterTypes().size() == 1;
        return pivot || (ownedBy(target, Dataset.class) && ACTIONS.contains(target.getName()));
    }

    private static boolean isSqlText(CodeUnitAccessTarget target) {
        var text = List.of("java.lang.String")
                .equals(target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList());
        return switch (target.getName()) {
            case "sql" ->
                target.getOwner().getPackageName().startsWith("org.apache.spark.sql")
                        && ownedBy(target, SparkSession.class);
            case "expr", "selectExpr" -> target.getOwner().getPackageName().startsWith("org.apache.spark.sql");
            case "filter", "where" -> ownedBy(target, Dataset.class) && text;
            default -> false;
        };
    }

    private static boolean ownedBy(CodeUnitAccessTarget target, Class<?> owner) {
        return target.getOwner().isAssignableTo(owner);
    }

    private static Stream<String> parameters(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream().map(JavaClass::getFullName);
    }

    /** Sees method references too, which {@code callMethodWhere} does not. */
    static DescribedPredicate<JavaAccess<?>> call(String what, Predicate<CodeUnitAccessTarget> predicate) {
        return describe(
                what, access -> access.getTarget() instanceof CodeUnitAccessTarget target && predicate.test(target));
    }
}
