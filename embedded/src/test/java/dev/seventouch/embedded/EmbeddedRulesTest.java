package dev.seventouch.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EmbeddedRulesTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.seventouch.embedded");

    @Test
    void knows_neither_spring_nor_any_service() {
        assertThat(classes).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "dev.seventouch.events..",
                        "dev.seventouch.service..",
                        "dev.seventouch.intake..",
                        "dev.seventouch.engine..",
                        "dev.seventouch.mailer..",
                        "dev.seventouch.desk..")
                .check(classes);
    }
}
