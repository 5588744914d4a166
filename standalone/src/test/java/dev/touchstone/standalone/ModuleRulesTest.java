package dev.touchstone.standalone;

import dev.touchstone.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {
  @Test
  void isTheOnlyModuleThatUsesServices() {
    ModuleRules.check(
        "standalone",
        "platform",
        "platformdata",
        "judgeprotocol",
        "usermanagement",
        "exercises",
        "scores",
        "gateway",
        "judge");
  }
}
