package dev.touchstone.platform;

import dev.touchstone.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class PlatformRulesTest {
  @Test
  void dependsOnNoOtherModule() {
    ModuleRules.check("platform");
  }
}
