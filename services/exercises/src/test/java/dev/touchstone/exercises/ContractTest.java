package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.SourceRoutes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void describesTheRoutesOfTheServiceAndNoOthers() {
    Path sources = ContractCheck.repository().resolve("services/exercises/src/main/java");
    assertThat(SourceRoutes.below(sources))
        .containsExactlyInAnyOrderElementsOf(ContractCheck.of("exercises").operations());
  }
}
