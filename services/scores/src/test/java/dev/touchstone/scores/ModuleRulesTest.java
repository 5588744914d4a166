package dev.touchstone.scores;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.touchstone.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {
  @Test
  void usesOnlyThePlatformAndTheProtocol() {
    ModuleRules.check("scores", "platform", "platformdata", "judgeprotocol");
  }

  @Test
  void onlyTheEdgeKnowsTheHttpServer() {
    noClasses()
        .that()
        .haveNameNotMatching(".*(Endpoints(\\$.*)?|EventStream|Parameters|Download)")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.helidon..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.touchstone.scores"));
  }
}
