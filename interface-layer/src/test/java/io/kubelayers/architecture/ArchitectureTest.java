package io.kubelayers.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kubelayers.nucleus.explain.Explained;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler can't check. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // the other modules' test classes come as a jar
            .withImportOption(location -> !location.contains("tests.jar") && !location.contains("test-classes"))
            .importPackages("io.kubelayers");

    @Test
    void theRulesHaveSomethingToLookAt() {
        assertThat(ALL.size()).isGreaterThan(1_500);
    }

    @Test
    void layersLookDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("nucleus")
                .definedBy("io.kubelayers.nucleus..")
                .layer("application")
                .definedBy("io.kubelayers.application..")
                .layer("governance")
                .definedBy("io.kubelayers.governance..")
                .layer("interface")
                .definedBy("io.kubelayers.interfaces..")
                .whereLayer("interface")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("governance")
                .mayOnlyBeAccessedByLayers("interface")
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("governance", "interface")
                .check(ALL);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.kubelayers.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void explainedDecisionsAreFreeOfInputOutputClocksAndThreads() {
        classes()
                .that()
                .implement(Explained.class)
                .and()
                .areNotAssignableTo(Throwable.class)
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage("java.io..")
                        .or(resideInAPackage("java.nio.file.."))
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("java.util.concurrent.."))
                        .or(resideInAPackage("io.kubelayers.nucleus.client.."))
                        .or(resideInAPackage("io.kubelayers.nucleus.server.."))))
                .check(ALL);
    }

    @Test
    void nobodyAsksTheWallClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.kubelayers.nucleus..", "io.kubelayers.application..", "io.kubelayers.governance..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(ALL);
    }

    @Test
    void nobodyPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.kubelayers.interfaces.cli..", "io.kubelayers.examples..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    @Test
    void everyPackageSaysThatNullIsMarked() {
        var missing = new TreeSet<String>();
        for (JavaClass one : ALL) {
            JavaPackage home = one.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                missing.add(home.getName());
            }
        }
        assertThat(missing).isEmpty();
    }
}
