package dev.seventouch.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.seventouch.events");
    private static final DescribedPredicate<JavaClass> A_VALUE = DescribedPredicate.describe(
            "a record, an enum or an interface", type -> type.isRecord() || type.isEnum() || type.isInterface());

    @Test
    void there_is_something_to_guard() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void events_are_values() {
        classes()
                .that()
                .resideOutsideOfPackage("..wire")
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(A_VALUE))
                .check(CLASSES);
    }

    @Test
    void events_know_nothing_but_java_and_each_other() {
        classes()
                .that()
                .resideOutsideOfPackage("..wire")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "java, jspecify or events",
                        type -> type.getPackageName().startsWith("java.")
                                || type.getPackageName().startsWith("org.jspecify")
                                || type.getPackageName().startsWith("dev.seventouch.events")
                                        && !type.getPackageName().endsWith("wire")))
                .check(CLASSES);
    }

    @Test
    void kafka_is_only_in_wire() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..wire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void no_package_cycles() {
        slices().matching("dev.seventouch.events.(*)").should().beFreeOfCycles().check(CLASSES);
    }
}
