package kirchberg;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The rooms of the house and the walls between them. That each rule bites is shown by {@link RulesBiteTest}. */
@AnalyzeClasses(packages = "kirchberg", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    static final String[] STAGES = {
        "..read..",
        "..clean..",
        "..classify..",
        "..aggregate..",
        "..check..",
        "..compare..",
        "..publish..",
        "..query..",
        "..report..",
        "..sample..",
        "..fetch..",
        "..document..",
        "..extract..",
        "..tell.."
    };

    /** Written by the template compiler, not by us. */
    static final DescribedPredicate<JavaClass> PAGES =
            describe("pages", c -> c.getName().matches("kirchberg[.]report[.].*Jte\\w+Generated.*"));

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("kirchberg..domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule TABLES_KNOW_NO_STAGE_AND_NO_JOB = noClasses()
            .that()
            .resideInAPackage("..table..")
            .should(dependOnClassesThat(resideInAnyPackage(STAGES).or(resideInAPackage("..job.."))));

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "..(read|clean|classify|aggregate|check|compare|publish|query|report|sample|fetch|document|extract|tell)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_THE_JOB = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..job..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_CONFIGURATION_KNOWS_THE_DOMAIN_ONLY = classes()
            .that()
            .resideInAPackage("..config..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "kirchberg.config..",
                    "kirchberg..domain..",
                    "java..",
                    "org.jspecify..",
                    "org.snakeyaml..",
                    "de.siegmar.fastcsv..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_STAGE_KNOWS_THE_CONFIGURATION = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..config..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FETCHING_KNOWS_THE_DOMAIN_ONLY = classes()
            .that()
            .resideInAPackage("..fetch..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "kirchberg.fetch..",
                    "kirchberg..domain..",
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.core..")
            .allowEmptyShould(true);

    /** Finding figures is plain Java: no Spark, no files, no words of its own. */
    @ArchTest
    static final ArchRule EXTRACTION_KNOWS_THE_DOMAIN_ONLY = classes()
            .that()
            .resideInAPackage("..extract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("kirchberg..extract..", "kirchberg..domain..", "java..", "org.jspecify..");

    /** Beside the door, extraction has one room for the numbers themselves; it is entered from the door. */
    @ArchTest
    static final ArchRule THE_ROOM_OF_NUMBERS_IS_ENTERED_BY_EXTRACTION_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("..extract..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..extract.number..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_ROOM_OF_NUMBERS_DOES_NOT_KNOW_ITS_DOOR = noClasses()
            .that()
            .resideInAPackage("..extract.number..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..extract")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule COMMANDS_ALONE_FETCH = noClasses()
            .that()
            .resideOutsideOfPackages("kirchberg", "..fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..fetch..")
            .allowEmptyShould(true);

    /** Whatever telling meets outside must not reach a plan or a release: it knows neither. */
    @ArchTest
    static final ArchRule TELLING_KNOWS_THE_DOMAIN_ONLY = classes()
            .that()
            .resideInAPackage("..tell..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "kirchberg.tell..",
                    "kirchberg..domain..",
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "jakarta.mail..",
                    "jakarta.activation..",
                    "org.eclipse.angus.mail..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_JOB_ALONE_TELLS = noClasses()
            .that()
            .resideOutsideOfPackages("..job..", "..tell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..tell..", "jakarta.mail..", "jakarta.activation..", "org.eclipse.angus..")
            .allowEmptyShould(true);

    /** What a press release says becomes sentences here and nothing else; the libraries that open it stay here too. */
    @ArchTest
    static final ArchRule DOCUMENTS_KNOW_THE_DOMAIN_ONLY = classes()
            .that()
            .resideInAPackage("..document..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "kirchberg.document..",
                    "kirchberg..domain..",
                    "java..",
                    "org.jspecify..",
                    "de.siegmar.fastcsv..",
                    "org.jsoup..",
                    "org.apache.pdfbox..",
                    "org.apache.fontbox..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule COMMANDS_ALONE_READ_DOCUMENTS = noClasses()
            .that()
            .resideOutsideOfPackages("kirchberg", "..document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..document..", "org.jsoup..", "org.apache.pdfbox..", "org.apache.fontbox..")
            .allowEmptyShould(true);

    /** The root package holds Main and the commands. */
    @ArchTest
    static final ArchRule NOBODY_KNOWS_MAIN = noClasses()
            .that()
            .resideInAnyPackage("..domain..", "..table..", "..config..", "..intake..", "..job..")
            .or()
            .resideInAnyPackage(STAGES)
            .should(dependOnClassesThat(resideInAPackage("kirchberg..")
                    .and(resideOutsideOfPackages(STAGES))
                    .and(resideOutsideOfPackages("..domain..", "..table..", "..config..", "..intake..", "..job.."))));

    /** The intake stands between the command line and two rooms: what users write, and what others published. */
    @ArchTest
    static final ArchRule ONLY_COMMANDS_KNOW_THE_INTAKE = noClasses()
            .that()
            .resideInAnyPackage("..domain..", "..table..", "..config..", "..job..")
            .or()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..intake..");

    @ArchTest
    static final ArchRule A_STAGE_BUT_READING_HAS_NO_SUB_PACKAGES = noClasses()
            .that(not(PAGES))
            .should()
            .resideInAnyPackage(
                    "..clean.*..",
                    "..classify.*..",
                    "..aggregate.*..",
                    "..check.*..",
                    "..compare.*..",
                    "..query.*..",
                    "..report.*..",
                    "..sample.*..",
                    "..fetch.*..",
                    "..tell.*..");

    /** Beside the door, read has a foundation and a room per kind of file. */
    @ArchTest
    static final ArchRule ROOMS_OF_READING_ARE_ENTERED_BY_READING_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("..read..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..read.*..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROOMS_OF_READING_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "..read.(csv|xlsx|json|iati|parquet|reference)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ROOMS_OF_READING_DO_NOT_KNOW_ITS_DOOR = noClasses()
            .that()
            .resideInAPackage("..read.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..read")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_FOUNDATION_OF_READING_KNOWS_NO_ROOM = noClasses()
            .that()
            .resideInAPackage("..read.received..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..read",
                    "..read.csv..",
                    "..read.xlsx..",
                    "..read.json..",
                    "..read.iati..",
                    "..read.parquet..",
                    "..read.reference..")
            .allowEmptyShould(true);

    /** Below the door of publishing: files of a store, the protocol of the pointer, tables, their proof, releases. */
    @ArchTest
    static final ArchRule THE_PROTOCOL_AND_ITS_STORES_KNOW_NO_SPARK = noClasses()
            .that()
            .resideInAnyPackage("..publish.store..", "..publish.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "kirchberg.table..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STORES_KNOW_NO_OTHER_ROOM_OF_PUBLISHING = noClasses()
            .that()
            .resideInAPackage("..publish.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..publish", "..publish.protocol..", "..publish.file..", "..publish.proof..", "..publish.release..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_PROTOCOL_KNOWS_STORES_ONLY = noClasses()
            .that()
            .resideInAPackage("..publish.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..publish", "..publish.file..", "..publish.proof..", "..publish.release..", "org.apache.hadoop..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_PROOF_KNOWS_TABLES_ONLY = noClasses()
            .that()
            .resideInAnyPackage("..publish.file..", "..publish.proof..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..publish", "..publish.protocol..", "..publish.release..")
            .allowEmptyShould(true);

    /** A run holds roots, drafts and releases; all else of publishing is behind its door. */
    @ArchTest
    static final ArchRule ROOMS_OF_PUBLISHING_ARE_ENTERED_BY_PUBLISHING_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("..publish..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..publish.store..", "..publish.protocol..", "..publish.file..", "..publish.proof..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_PACKAGE_IS_A_DRAWER = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..helper..",
                    "..helpers..",
                    "..model..",
                    "..service..",
                    "..impl..");

    @ArchTest
    static final ArchRule A_STAGE_HAS_ONE_PUBLIC_CLASS = classes()
            .that(resideInAnyPackage(STAGES)
                    .and(not(PAGES))
                    .and(resideOutsideOfPackages("..read.received..", "..extract.number..", "..publish.*..")))
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should(beTheOnlyPublicClassOfTheirPackage())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().that(not(PAGES)).should(resideInANullMarkedPackage());

    /** Guard: rules about nothing pass. */
    @ArchTest
    static void the_whole_house_is_looked_at(JavaClasses house) {
        assertThat(house).hasSizeGreaterThan(40);
        assertThat(house.contain("kirchberg.domain.Quotient")).isTrue();
        assertThat(house.contain("kirchberg.walls.Main")).isFalse();
    }

    private static ArchCondition<JavaClass> beTheOnlyPublicClassOfTheirPackage() {
        return new ArchCondition<>("be the only public class of their package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var others = item.getPackage().getClasses().stream()
                        .filter(c -> c.isTopLevelClass() && !c.isArray() && !c.equals(item))
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC) && !PAGES.test(c))
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .toList();
                events.add(new SimpleConditionEvent(
                        item, others.isEmpty(), item.getName() + " is public beside " + others));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        item, marked, "the package of " + item.getName() + " is not @NullMarked"));
            }
        };
    }
}
