package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.infrastructure.Command.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the {@code *.tftest.hcl} of every module, example and root with mock providers: defaults,
 * flags, rejected inputs. Each run is its own test case in Terraform's report.
 *
 * <p>One command runs them all, since each command would first read the provider's schemas: 17 s of
 * CPU instead of 60. So they are copied into one folder, where each run names its module.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleTest {
  private static final Path REPORTS = Sources.TARGET.resolve("surefire-reports");

  private static final Path FOLDER = Sources.TARGET.resolve("terraform-test");

  /** Root module of all roots and examples. */
  private static final Path ROOTS = Sources.TARGET.resolve("terraform-validate");

  private static final Pattern RUN = Pattern.compile("(?m)^run \"[^\"]*\" \\{$");

  private Provider provider;
  private String output = "";

  @BeforeAll
  void runAll() throws IOException {
    Tools.terraform();
    Files.createDirectories(REPORTS);
    Files.createDirectories(FOLDER.resolve("tests"));
    for (String kind : List.of("modules", "examples", "roots")) {
      Path link = FOLDER.resolve(kind);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Sources.INFRASTRUCTURE.resolve(kind));
    }
    clear(FOLDER.resolve("tests"));
    for (Path module : modules().toList()) {
      copyTests(module);
    }
    // Mocks stand in for AWS; a real call would fail.
    provider =
        Provider.start(
            Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_EC2_METADATA_DISABLED", "true"));
    Terraform terraform = new Terraform(FOLDER, provider.environment());
    terraform.get();
    output = terraform.test(REPORTS.resolve("TEST-terraform-modules.xml")).output();
  }

  @AfterAll
  void stop() {
    if (provider != null) {
      provider.close();
    }
  }

  /** One command for all, as modules of one root module; they use every module. */
  @Test
  void everyRootAndExampleIsValid() throws IOException {
    Files.createDirectories(ROOTS);
    for (Path root : Sources.roots()) {
      String name = root.getFileName().toString();
      Files.writeString(
          ROOTS.resolve(name + ".tf"), Sources.asModule(fromRoots(root), "prod", name));
    }
    for (Path example : Sources.examples()) {
      Files.writeString(
          ROOTS.resolve(Sources.nameOf(example) + ".tf"),
          "module \"%s\" {\n  source = \"%s\"\n}\n"
              .formatted(Sources.nameOf(example), fromRoots(example)));
    }
    Terraform terraform = new Terraform(ROOTS, provider.environment());
    terraform.get();
    Ending ending = terraform.validate();
    assertThat(ending.status()).as(ending.output()).isZero();
    // Terraform reports attributes that the provider is going to remove as warnings.
    assertThat(ending.output()).doesNotContainIgnoringCase("deprecated");
  }

  private static String fromRoots(Path folder) {
    return ROOTS.relativize(folder).toString();
  }

  @TestFactory
  Stream<DynamicTest> everyModulePassesItsTests() {
    return modules()
        .map(Sources::nameOf)
        .map(name -> DynamicTest.dynamicTest(name, () -> assertPassed(name)));
  }

  private void assertPassed(String name) {
    Matcher tests =
        Pattern.compile(
                "tests/%s[.]tftest[.]hcl[.]{3} in progress\n(.*?)(?=\ntests/[a-z-]+[.]tftest[.]hcl[.]{3} in progress|\\z)"
                    .formatted(name),
                Pattern.DOTALL)
            .matcher(output);
    assertThat(tests.find()).as(output).isTrue();
    assertThat(tests.group(1))
        .contains("... pass\n")
        .contains("tests/" + name + ".tftest.hcl... pass")
        .doesNotContain("... fail", "... skip");
  }

  private static Stream<Path> modules() {
    return Stream.of(
            Sources.modules().stream(),
            Sources.examples().stream(),
            // Most roots contain only modules.
            Sources.roots().stream().filter(root -> Files.exists(root.resolve("tests"))))
        .flatMap(folders -> folders);
  }

  /** Copies the tests of a module and adds the module to each run. */
  private static void copyTests(Path module) throws IOException {
    Path source = module.resolve("tests").resolve(module.getFileName() + ".tftest.hcl");
    assertThat(source.getParent()).isDirectoryContaining(source::equals);
    String named =
        RUN.matcher(Sources.read(source))
            .replaceAll(run ->
                Matcher.quoteReplacement(
                    "%s\n  module {\n    source = \"./%s\"\n  }"
                        .formatted(run.group(), Sources.INFRASTRUCTURE.relativize(module))));
    Files.writeString(
        FOLDER.resolve("tests").resolve(Sources.nameOf(module) + ".tftest.hcl"), named);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
