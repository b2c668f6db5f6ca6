package io.kubelayers.interfaces.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The command line and whatever else is in the product run without JUnit, AssertJ and jqwik. */
class OnlyForTestsTest {
    @Test
    void nothing_else_needs_the_kit_or_its_libraries() {
        var product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.kubelayers.interfaces");
        noClasses()
                .that()
                .resideOutsideOfPackage("io.kubelayers.interfaces.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.kubelayers.interfaces.testkit..", "org.junit..", "org.assertj..", "net.jqwik..")
                .check(product);
    }
}
