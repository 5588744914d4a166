package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.infrastructure.Command.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the {@code *.tftest.hcl} of every module and example with mock providers: defaults, flags,
 * refused inputs. Terraform validates a module before its first run. Each run is a test case of its
 * own in Terraform's report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleTest {
  private static final Path REPORTS = Sources.TARGET.resolve("surefire-reports");

  private @Nullable Provider provider;

  @BeforeAll
  void startProvider() throws IOException {
    Tools.terraform();
    provider =
        // Mocks answer for AWS; should a call escape them, it finds nobody.
        Provider.start(
            Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_EC2_METADATA_DISABLED", "true"));
    Files.createDirectories(REPORTS);
  }

  @AfterAll
  void stopProvider() {
    if (provider != null) {
      provider.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyModulePassesItsTests() {
    return Stream.concat(Sources.modules().stream(), Sources.examples().stream())
        .map(module -> DynamicTest.dynamicTest(Sources.nameOf(module), () -> check(module)));
  }

  private void check(Path module) {
    assertThat(module.resolve("tests")).as("every module has tests").isNotEmptyDirectory();
    Terraform terraform = new Terraform(module, Objects.requireNonNull(provider).environment());
    if (Sources.text(module).contains("\nmodule ")) {
      terraform.get();
    }
    Ending ending =
        terraform.test(REPORTS.resolve("TEST-terraform-" + Sources.nameOf(module) + ".xml"));
    assertThat(ending.status()).as(ending.output()).isZero();
    assertThat(ending.output()).contains("0 failed").doesNotContain("Success! 0 passed");
  }
}
