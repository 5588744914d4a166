package dev.touchstone.judge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.touchstone.testing.ModuleRules;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;
import org.junit.jupiter.api.Test;

class JudgeRulesTest {
  @Test
  void dependsOnlyOnPlatformPackagesAndProtocol() {
    ModuleRules.check("judge", "platform", "problempackage", "judgeprotocol");
    ModuleRules.check("judgeprotocol");
    ModuleRules.check("problempackage");
  }

  /** What a judge that is killed leaves there is removed by the next one. */
  @Test
  void makesTemporaryFilesOfJudgingsOnlyBelowTheSandbox() {
    noClasses()
        .should()
        .callMethod(
            Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
        .orShould()
        .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                    "dev.touchstone.judge.verdict",
                    "dev.touchstone.judge.function",
                    "dev.touchstone.judge.worker"));
  }
}
