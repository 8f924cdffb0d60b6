package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is broken once in {@code kirchberg.walls}, and must say so. A rule that never bites is no rule. */
final class RulesBiteTest {
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("kirchberg.walls");

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void a_broken_rule_names_the_place(ArchRule rule, String place) {
        var broken = rule.allowEmptyShould(true).evaluate(BROKEN).getFailureReport();

        assertThat(broken.getDetails()).anySatisfy(line -> assertThat(line).contains(place));
    }

    static Stream<Arguments> a_broken_rule_names_the_place() {
        return Stream.of(walls(), spark(), house()).flatMap(s -> s);
    }

    private static Stream<Arguments> walls() {
        return Stream.of(
                arguments(ArchitectureTest.THE_DOMAIN_IS_PLAIN_JAVA, "walls.domain.SparkInDomain"),
                arguments(ArchitectureTest.TABLES_KNOW_NO_STAGE_AND_NO_JOB, "walls.table.StageInTable"),
                arguments(ArchitectureTest.STAGES_DO_NOT_KNOW_EACH_OTHER, "Slice read depends on Slice clean"),
                arguments(ArchitectureTest.STAGES_DO_NOT_KNOW_THE_JOB, "walls.read.OthersInStage"),
                arguments(ArchitectureTest.FETCHING_KNOWS_THE_DOMAIN_ONLY, "walls.fetch.StageInFetch"),
                arguments(ArchitectureTest.EXTRACTION_KNOWS_THE_DOMAIN_ONLY, "walls.extract.StageInExtract"),
                arguments(
                        ArchitectureTest.THE_ROOM_OF_NUMBERS_DOES_NOT_KNOW_ITS_DOOR, "walls.extract.number.DoorInRoom"),
                arguments(
                        ArchitectureTest.THE_ROOM_OF_NUMBERS_IS_ENTERED_BY_EXTRACTION_ONLY,
                        "walls.clean.NumbersInStage"),
                arguments(ArchitectureTest.COMMANDS_ALONE_FETCH, "walls.job.FetchInJob"),
                arguments(ArchitectureTest.TELLING_KNOWS_THE_DOMAIN_ONLY, "walls.tell.StageInTell"),
                arguments(ArchitectureTest.THE_JOB_ALONE_TELLS, "walls.clean.TellInStage"),
                arguments(ArchitectureTest.STAGES_DO_NOT_KNOW_EACH_OTHER, "Slice tell depends on Slice read"),
                arguments(ArchitectureTest.DOCUMENTS_KNOW_THE_DOMAIN_ONLY, "walls.document.StageInDocument"),
                arguments(ArchitectureTest.COMMANDS_ALONE_READ_DOCUMENTS, "walls.job.DocumentInJob"),
                arguments(ArchitectureTest.NOBODY_KNOWS_MAIN, "walls.job.MainInJob"),
                arguments(ArchitectureTest.A_STAGE_BUT_READING_HAS_NO_SUB_PACKAGES, "walls.clean.util.Drawer"),
                arguments(ArchitectureTest.ROOMS_OF_READING_ARE_ENTERED_BY_READING_ONLY, "walls.clean.RoomInStage"),
                arguments(ArchitectureTest.ROOMS_OF_READING_DO_NOT_KNOW_EACH_OTHER, "Slice csv depends on Slice json"),
                arguments(ArchitectureTest.ROOMS_OF_READING_DO_NOT_KNOW_ITS_DOOR, "walls.read.csv.RoomInRoom"),
                arguments(ArchitectureTest.THE_FOUNDATION_OF_READING_KNOWS_NO_ROOM, "RoomInFoundation"),
                arguments(
                        ArchitectureTest.THE_PROTOCOL_AND_ITS_STORES_KNOW_NO_SPARK,
                        "walls.publish.protocol.RoomsInProtocol"),
                arguments(
                        ArchitectureTest.THE_PROTOCOL_KNOWS_STORES_ONLY,
                        "walls.publish.protocol.RoomsInProtocol.release"),
                arguments(ArchitectureTest.STORES_KNOW_NO_OTHER_ROOM_OF_PUBLISHING, "walls.publish.store.RoomInStore"),
                arguments(ArchitectureTest.THE_PROOF_KNOWS_TABLES_ONLY, "walls.publish.file.RoomInFile"),
                arguments(
                        ArchitectureTest.ROOMS_OF_PUBLISHING_ARE_ENTERED_BY_PUBLISHING_ONLY,
                        "walls.clean.StoreInStage"),
                arguments(ArchitectureTest.NO_PACKAGE_IS_A_DRAWER, "walls.clean.util.Drawer"),
                arguments(ArchitectureTest.A_STAGE_HAS_ONE_PUBLIC_CLASS, "SparkInStage is public beside"),
                arguments(ArchitectureTest.EVERY_PACKAGE_IS_NULL_MARKED, "walls.domain.SparkInDomain"));
    }

    private static Stream<Arguments> spark() {
        return Stream.of(
                arguments(SparkRulesTest.NO_JAVA_FUNCTION_GOES_INTO_A_PLAN, "SparkInStage.javaFunction("),
                arguments(SparkRulesTest.NO_SCALA_FUNCTION_GOES_INTO_A_PLAN, "SparkInStage.scalaFunction("),
                arguments(SparkRulesTest.NOTHING_INTERNAL_TO_SPARK, "SparkInStage.internals("),
                arguments(SparkRulesTest.ONLY_THE_JOB_SEES_WHAT_SPARK_ASKS_FOR, "SparkInStage.execution("),
                arguments(SparkRulesTest.NO_RDD, "SparkInStage.rdd("),
                arguments(SparkRulesTest.NO_SPARK_CONTEXT, "SparkInStage.rdd("),
                arguments(SparkRulesTest.NO_SPARK_CONTEXT, "SparkInStage.context("),
                arguments(SparkRulesTest.ONLY_THE_JOB_OPENS_AND_CLOSES_SPARK, "SparkInStage.open("),
                arguments(SparkRulesTest.ONLY_THE_JOB_OPENS_AND_CLOSES_SPARK, "SparkInStage.close("),
                arguments(SparkRulesTest.STAGES_OF_THE_PLAN_CALL_NO_ACTION, "SparkInStage.action("),
                arguments(SparkRulesTest.STAGES_OF_THE_PLAN_CALL_NO_ACTION, "SparkInStage.actionByReference("),
                arguments(SparkRulesTest.STAGES_OF_THE_PLAN_CALL_NO_ACTION, "SparkInStage.hiddenAction("),
                arguments(SparkRulesTest.NO_SQL_IN_STRINGS, "SparkInStage.sqlSession("),
                arguments(SparkRulesTest.NO_SQL_IN_STRINGS, "SparkInStage.sqlExpression("),
                arguments(SparkRulesTest.NO_SQL_IN_STRINGS, "SparkInStage.sqlFilter("));
    }

    private static Stream<Arguments> house() {
        return Stream.of(
                arguments(HouseRulesTest.NO_CLOCK_OR_CHANCE, "Habits.clock("),
                arguments(HouseRulesTest.NO_CLOCK_OR_CHANCE, "Habits.clockByReference("),
                arguments(HouseRulesTest.NO_CLOCK_OR_CHANCE, "Habits.chance("),
                arguments(HouseRulesTest.NO_CLOCK_OR_CHANCE, "Habits.sparkChance("),
                arguments(HouseRulesTest.FILES_ARE_TOUCHED_WHERE_THEY_BELONG_ONLY, "Habits.file("),
                arguments(HouseRulesTest.FILES_ARE_TOUCHED_WHERE_THEY_BELONG_ONLY, "Habits.oldFile("),
                arguments(HouseRulesTest.FILES_ARE_TOUCHED_WHERE_THEY_BELONG_ONLY, "Habits.sparkFile("),
                arguments(HouseRulesTest.FILES_ARE_TOUCHED_WHERE_THEY_BELONG_ONLY, "Habits.hadoop("),
                arguments(HouseRulesTest.FETCHING_AND_TELLING_ALONE_SPEAK_TO_OTHER_MACHINES, "Habits.network("),
                arguments(HouseRulesTest.ONLY_MAIN_PRINTS, "Habits.print("),
                arguments(HouseRulesTest.ONLY_MAIN_EXITS, "Habits.exit("),
                arguments(HouseRulesTest.NO_GENERIC_EXCEPTION_IS_THROWN, "Habits.fail("),
                arguments(HouseRulesTest.NO_FIELD_IS_A_FLOATING_POINT_NUMBER, "Habits.share"),
                arguments(
                        HouseRulesTest.NO_FLOATING_POINT_NUMBER_BECOMES_A_DECIMAL_OR_COMES_FROM_ONE,
                        "Habits.fromDouble("),
                arguments(
                        HouseRulesTest.NO_FLOATING_POINT_NUMBER_BECOMES_A_DECIMAL_OR_COMES_FROM_ONE,
                        "Habits.toDouble("),
                arguments(HouseRulesTest.NO_GETTERS_AND_SETTERS, "Habits.getShare("),
                arguments(HouseRulesTest.NO_STATIC_STATE, "Habits.calls"));
    }
}
