package dev.seventouch.quickstart;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartRulesTest {
    private static final List<String> SERVICES =
            List.of("dev.seventouch.intake", "dev.seventouch.engine", "dev.seventouch.mailer", "dev.seventouch.desk");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.seventouch");

    @Test
    void knows_of_a_service_only_how_to_start_it() {
        SERVICES.forEach(service -> assertThat(
                        classes.stream().filter(type -> type.getPackageName().startsWith(service)))
                .as(service)
                .isNotEmpty());
        noClasses()
                .that()
                .resideInAPackage("dev.seventouch.quickstart")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                SERVICES.stream().map(service -> service + "..").toArray(String[]::new))
                        .and(simpleNameEndingWith("Application").negate()))
                .check(classes);
    }

    @Test
    void nobody_knows_of_the_quickstart_and_no_service_of_another() {
        for (String service : SERVICES) {
            String[] others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(service + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others)
                            .or(resideInAnyPackage("dev.seventouch.quickstart..", "dev.seventouch.embedded..")))
                    .check(classes);
        }
        assertThat(classes.stream().map(JavaClass::getPackageName)).contains("dev.seventouch.quickstart");
    }
}
