package dev.touchstone.judge;

import dev.touchstone.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class JudgeRulesTest {
  @Test
  void dependsOnlyOnPlatformAndPackages() {
    ModuleRules.check("judge", "platform", "problempackage");
    ModuleRules.check("problempackage");
  }
}
