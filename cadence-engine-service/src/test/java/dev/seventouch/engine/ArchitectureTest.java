package dev.seventouch.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final String ENGINE = "dev.seventouch.engine.";
    private static final String[] CORE = {
        ENGINE + "policy", ENGINE + "cadence", ENGINE + "enrollment", ENGINE + "simulation"
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.seventouch.engine");

    /** A rule about a package that does not exist would always hold. */
    @ParameterizedTest
    @ValueSource(strings = {"policy", "cadence", "enrollment", "simulation", "definition", "stream", "web"})
    void every_room_has_classes(String room) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(ENGINE + room)))
                .hasSizeGreaterThan(1);
    }

    @Test
    void the_core_knows_nothing_but_java_and_events() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(CORE),
                                Stream.of(
                                        "java..",
                                        "org.jspecify..",
                                        "de.focus_shift.jollyday..",
                                        "com.google.i18n.phonenumbers..",
                                        "dev.seventouch.events.lead",
                                        "dev.seventouch.events.signal",
                                        "dev.seventouch.events.touch",
                                        "dev.seventouch.events.outcome",
                                        "dev.seventouch.events.library"))
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void the_core_imports_one_way() {
        noCoreClass("policy").dependOn("cadence", "enrollment", "simulation");
        noCoreClass("cadence").dependOn("enrollment", "simulation");
        noCoreClass("enrollment").dependOn("simulation");
    }

    @Test
    void the_core_never_reads_a_clock_nor_rolls_dice() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void kafka_is_only_in_stream() {
        noClasses()
                .that()
                .resideInAPackage("dev.seventouch.engine..")
                .and()
                .resideOutsideOfPackages(ENGINE + "stream", "dev.seventouch.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(CLASSES);
    }

    @Test
    void http_is_only_in_web() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + "web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.web..")
                .check(CLASSES);
    }

    @Test
    void stream_and_web_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + "stream")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE + "web")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ENGINE + "web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE + "stream")
                .check(CLASSES);
    }

    @Test
    void no_package_cycles() {
        slices().matching(ENGINE + "(*)").should().beFreeOfCycles().check(CLASSES);
    }

    private static OneWay noCoreClass(String room) {
        return later -> noClasses()
                .that()
                .resideInAPackage(ENGINE + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(later).map(name -> ENGINE + name).toArray(String[]::new))
                .check(CLASSES);
    }

    private interface OneWay {
        void dependOn(String... rooms);
    }
}
