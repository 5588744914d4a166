package dev.touchstone.judge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.touchstone.testing.ModuleRules;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;
import org.junit.jupiter.api.Test;

class JudgeRulesTest {
  private static final String JUDGE = "dev.touchstone.judge";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(JUDGE);

  @Test
  void dependsOnlyOnPlatformPackagesAndProtocol() {
    ModuleRules.check("judge", "platform", "problempackage", "judgeprotocol");
    ModuleRules.check("judgeprotocol");
    ModuleRules.check("problempackage");
  }

  /** Dependencies point one way: command → worker → verification → verdict → compile → sandbox. */
  @Test
  void eachPackageKnowsOnlyThoseBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("command")
        .definedBy(JUDGE + ".command..")
        .layer("worker")
        .definedBy(JUDGE + ".worker..")
        .layer("verification")
        .definedBy(JUDGE + ".verification..")
        .layer("verdict")
        .definedBy(JUDGE + ".verdict..")
        .layer("compile")
        .definedBy(JUDGE + ".compile..")
        .layer("function")
        .definedBy(JUDGE + ".function..")
        .layer("language")
        .definedBy(JUDGE + ".language..")
        .layer("sandbox")
        .definedBy(JUDGE + ".sandbox..")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("worker")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("verification")
        .mayOnlyBeAccessedByLayers("command", "worker")
        .whereLayer("verdict")
        .mayOnlyBeAccessedByLayers("command", "worker", "verification")
        .whereLayer("compile")
        .mayOnlyBeAccessedByLayers("command", "worker", "verification", "verdict")
        .whereLayer("function")
        .mayOnlyBeAccessedByLayers("verdict")
        .whereLayer("language")
        .mayOnlyBeAccessedByLayers("command", "worker", "verification", "verdict", "compile")
        .whereLayer("sandbox")
        .mayOnlyBeAccessedByLayers("command", "worker", "verification", "verdict", "compile")
        .check(CLASSES);
  }

  /** What a judge that is killed leaves there is removed by the next one. */
  @Test
  void makesTemporaryFilesOfJudgingsOnlyBelowTheSandbox() {
    noClasses()
        .that()
        .resideInAnyPackage(
            JUDGE + ".compile..", JUDGE + ".verdict..", JUDGE + ".function..", JUDGE + ".worker..")
        .should()
        .callMethod(
            Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
        .orShould()
        .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
        .check(CLASSES);
  }
}
