package dev.touchstone.exercises;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.touchstone.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {
  @Test
  void usesOnlyThePlatformAndTheSharedFormats() {
    ModuleRules.check("exercises", "platform", "platformdata", "problempackage", "judgeprotocol");
  }

  @Test
  void onlyEndpointsKnowTheHttpServer() {
    noClasses()
        .that()
        .haveNameNotMatching(".*(Endpoints(\\$.*)?|TaggedJson|EntityTag)")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.helidon..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.touchstone.exercises"));
  }
}
