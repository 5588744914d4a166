package dev.touchstone.operations;

import dev.touchstone.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {
  @Test
  void usesOnlyThePlatform() {
    ModuleRules.check("operations", "platform", "platformdata");
  }
}
