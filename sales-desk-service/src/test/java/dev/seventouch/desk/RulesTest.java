package dev.seventouch.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Which room may know what. */
@AnalyzeClasses(packages = "dev.seventouch.desk", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {
    private static final String DESK = "dev.seventouch.desk";

    /** A rule about a package that is not there would always hold. */
    @ArchTest
    static void every_room_that_a_rule_names_has_classes(JavaClasses desk) {
        for (String room : List.of(
                "lead",
                "forecast",
                "task",
                "timeline",
                "page",
                "letter",
                "template",
                "away",
                "deadletter",
                "mail",
                "stream",
                "store",
                "neighbour",
                "mailer",
                "intake",
                "web",
                "console")) {
            assertThat(desk.stream().map(it -> it.getPackageName())).as(room).contains(DESK + "." + room);
        }
    }

    @ArchTest
    static final ArchRule kafka_is_known_only_in_stream = noClasses()
            .that()
            .resideOutsideOfPackage(DESK + ".stream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule mongodb_is_known_only_in_store_and_where_the_rooms_are_joined = noClasses()
            .that()
            .resideOutsideOfPackages(DESK + ".store..", DESK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule http_is_known_only_in_web_and_console = noClasses()
            .that()
            .resideOutsideOfPackages(DESK + ".web..", DESK + ".console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..", "freemarker..");

    @ArchTest
    static final ArchRule other_services_are_asked_in_one_way_only = noClasses()
            .that()
            .resideOutsideOfPackage(DESK + ".neighbour..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..");

    @ArchTest
    static final ArchRule rooms_at_the_edge_do_not_know_each_other = slices().matching(
                    DESK + ".(stream|store|mailer|intake|web|console)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule what_the_desk_is_about_knows_no_framework = noClasses()
            .that()
            .resideInAnyPackage(
                    DESK + ".lead..",
                    DESK + ".forecast..",
                    DESK + ".task..",
                    DESK + ".timeline..",
                    DESK + ".page..",
                    DESK + ".letter..",
                    DESK + ".template..",
                    DESK + ".away..",
                    DESK + ".deadletter..",
                    DESK + ".mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "io.micrometer..",
                    "dev.seventouch.service..",
                    "java.net.http..",
                    DESK + ".stream..",
                    DESK + ".store..",
                    DESK + ".neighbour..",
                    DESK + ".mailer..",
                    DESK + ".intake..",
                    DESK + ".web..",
                    DESK + ".console..");

    /** Spring calls {@code close} and {@code shutdown} of any bean when the desk stops, whatever they do. */
    @ArchTest
    static final ArchRule only_what_is_to_be_closed_has_a_method_of_that_name = methods()
            .that()
            .haveName("close")
            .or()
            .haveName("shutdown")
            .should()
            .beDeclaredInClassesThat()
            .areAssignableTo(AutoCloseable.class);

    @ArchTest
    static final ArchRule there_are_no_cycles =
            slices().matching(DESK + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_is_an_argument = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
