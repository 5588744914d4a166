package dev.touchstone.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.SourceRoutes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void describesTheRoutesOfTheServiceAndNoOthers() {
    Path sources = ContractCheck.repository().resolve("services/user-management/src/main/java");
    assertThat(SourceRoutes.below(sources))
        .containsExactlyInAnyOrderElementsOf(ContractCheck.of("user-management").operations());
  }
}
