package dev.seventouch.intake;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final String INTAKE = "dev.seventouch.intake";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(INTAKE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead",
                "capture",
                "outbox",
                "body",
                "erasure",
                "form",
                "idempotency",
                "imports",
                "audit",
                "link",
                "mailbox",
                "mailbox.imap",
                "signal",
                "suppression",
                "stream",
                "store",
                "web"
            })
    void a_package_that_rules_name_has_classes(String name) {
        assertThat(CLASSES.that(resideInAPackage(INTAKE + "." + name))
                        .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                                "real", type -> !type.getSimpleName().equals("package-info"))))
                .isNotEmpty();
    }

    @Test
    void the_rules_about_leads_are_pure() {
        classes()
                .that()
                .resideInAPackage(INTAKE + ".lead")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                INTAKE + ".lead",
                                "java..",
                                "javax.crypto..",
                                "dev.seventouch.events..",
                                "org.jspecify..",
                                "com.google.i18n.phonenumbers..")
                        .and(resideOutsideOfPackage("dev.seventouch.events.wire..")))
                .check(CLASSES);
    }

    @Test
    void the_rules_about_leads_read_no_clock_and_make_no_random_id() {
        noClasses()
                .that()
                .resideInAPackage(INTAKE + ".lead")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(
                        Clock.class, InstantSource.class, UUID.class, java.util.Random.class))
                .check(CLASSES);
    }

    @Test
    void mail_is_read_and_told_apart_by_pure_rules() {
        classes()
                .that()
                .haveSimpleName("MailReader")
                .or()
                .haveSimpleName("Classifier")
                .or()
                .haveSimpleName("StopWords")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        INTAKE + ".mailbox",
                        "java..",
                        "jakarta.mail..",
                        "jakarta.activation..",
                        "dev.seventouch.events..",
                        "dev.seventouch.service.link..",
                        "dev.seventouch.service.mail..",
                        "org.jspecify.."))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(INTAKE + ".mailbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(CLASSES);
    }

    @Test
    void nobody_reads_the_wall_clock() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    }

    @Test
    void kafka_is_in_stream_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTAKE + ".stream")
                .and()
                .resideOutsideOfPackage(INTAKE) // which joins them
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(CLASSES);
    }

    @Test
    void mongodb_is_in_store_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTAKE + ".store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..")
                .check(CLASSES);
    }

    @Test
    void http_is_at_the_edge_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages(INTAKE + ".web", INTAKE + ".link", INTAKE + ".form")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.http..", "org.springframework.web..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "store", "web"})
    void the_edges_do_not_know_each_other(String edge) {
        noClasses()
                .that()
                .resideInAPackage(INTAKE + "." + edge)
                .should()
                .dependOnClassesThat(resideInAnyPackage(INTAKE + ".stream", INTAKE + ".store", INTAKE + ".web")
                        .and(resideOutsideOfPackage(INTAKE + "." + edge)))
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(INTAKE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
