package dev.seventouch.mailer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.seventouch.mailer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.seventouch.mailer";

    /** A rule about a package that does not exist would always hold. */
    @ArchTest
    static void every_package_named_here_has_classes(JavaClasses classes) {
        Stream.of("template", "lint", "delivery", "channel.email", "channel.letter", "stream", "store", "web")
                .forEach(room -> assertThat(classes.stream()
                                .filter(type -> type.getPackageName().equals(ROOT + "." + room))
                                .filter(type -> !type.getSimpleName().equals("package-info")))
                        .as(room)
                        .isNotEmpty());
    }

    @ArchTest
    static final ArchRule templates_know_freemarker_and_what_reads_html_and_nothing_else = classes()
            .that()
            .resideInAPackage(ROOT + ".template")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            ROOT + ".template",
                            "java..",
                            "dev.seventouch.events..",
                            "org.jspecify..",
                            "freemarker..",
                            "ch.digitalfondue.mjml4j..",
                            "org.jsoup..")
                    .and(not(resideInAPackage("dev.seventouch.events.wire"))));

    @ArchTest
    static final ArchRule templates_read_no_clock_and_make_no_random_ids = noClasses()
            .that()
            .resideInAPackage(ROOT + ".template")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, UUID.class, RandomGenerator.class);

    @ArchTest
    static final ArchRule freemarker_is_for_templates_only = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".template")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("freemarker..");

    @ArchTest
    static final ArchRule lint_is_pure = classes()
            .that()
            .resideInAPackage(ROOT + ".lint")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    ROOT + ".lint", ROOT + ".template", "java..", "dev.seventouch.events..", "org.jspecify.."));

    @ArchTest
    static final ArchRule kafka_is_heard_in_stream_only = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".stream")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "dev.seventouch.events.wire");

    @ArchTest
    static final ArchRule mongodb_is_known_in_store_only = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule http_is_spoken_in_web_only = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule smtp_is_spoken_in_email_only = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".channel.email")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule stream_imports_no_other_edge = noEdge("stream", "store", "web", "channel");

    @ArchTest
    static final ArchRule store_imports_no_other_edge = noEdge("store", "stream", "web", "channel");

    @ArchTest
    static final ArchRule web_imports_no_other_edge = noEdge("web", "stream", "store", "channel");

    @ArchTest
    static final ArchRule channels_import_no_other_edge = noEdge("channel", "stream", "store", "web");

    @ArchTest
    static final ArchRule delivery_imports_no_edge = noEdge("delivery", "stream", "store", "web", "channel");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static ArchRule noEdge(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(others)
                        .map(other -> ROOT + "." + other + "..")
                        .toArray(String[]::new));
    }
}
