package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.infrastructure.Command.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Format, one provider version, READMEs that match the files. */
class LayoutTest {
  private static final String BEGIN = "<!-- inputs and outputs: written by LayoutTest -->\n";

  private static final Pattern DEPRECATED =
      Pattern.compile("\\bdata\\.aws_region\\.\\w+\\.name\\b");

  /** {@code -Dtouchstone.update=true} writes the tables instead of checking them. */
  private static final boolean UPDATE = Boolean.getBoolean("touchstone.update");

  static Stream<Path> folders() {
    return Stream.concat(Sources.roots().stream(), Sources.modules().stream());
  }

  static Stream<Path> roots() {
    return Sources.roots().stream();
  }

  @Test
  void everyFileIsFormatted() {
    Ending ending =
        Command.run(
            Sources.INFRASTRUCTURE,
            Map.of("TF_CLI_CONFIG_FILE", ""),
            List.of(Tools.terraform().toString(), "fmt", "-check", "-recursive", "-no-color"));
    assertThat(ending).isEqualTo(new Ending(0, ""));
  }

  /** The lock files pin the same provider, for every platform. */
  @Test
  void everyRootPinsTheSameProvider() {
    assertThat(
            Sources.roots().stream().map(root -> Sources.read(root.resolve(".terraform.lock.hcl"))))
        .isNotEmpty()
        .allMatch(text -> text.contains("version     = \"5.100.0\""))
        .satisfies(texts -> assertThat(texts.stream().distinct()).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theReadmeHasTheTablesOfTheFiles(Path folder) throws IOException {
    Path readme = folder.resolve("README.md");
    String text = Sources.read(readme);
    assertThat(text).startsWith("# " + folder.getFileName() + "\n").contains(BEGIN);
    String wanted =
        text.substring(0, text.indexOf(BEGIN)) + BEGIN + "\n" + Interface.of(folder).tables();
    if (UPDATE) {
      Files.writeString(readme, wanted);
    }
    assertThat(Sources.read(readme))
        .as("write the tables with -Dtouchstone.update=true")
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleSaysWhatItCreatesAndHow(Path example) {
    String text = Sources.read(example.resolve("README.md"));
    assertThat(text)
        .startsWith("# " + example.getFileName() + "\n")
        .contains("\n    terraform init\n    terraform apply\n", "terraform destroy");
    assertThat(text.substring(0, text.indexOf("    terraform init"))).hasSizeGreaterThan(100);
  }

  static Stream<Path> examples() {
    return Sources.examples().stream();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyInputAndOutputIsDescribedAndTyped(Path folder) {
    Interface described = Interface.of(folder);
    assertThat(described.variables())
        .allSatisfy(variable -> {
          assertThat(variable.type()).as(variable.name()).isNotEmpty().isNotEqualTo("any");
          assertThat(variable.description()).as(variable.name()).endsWith(".");
        });
    assertThat(described.outputs())
        .allSatisfy(output -> assertThat(output.description()).as(output.name()).endsWith("."));
  }

  /** Terraform warns of deprecated arguments (ModuleTest), but not of what is only read. */
  @Test
  void noFileReadsWhatVersion6OfTheProviderDeprecates() {
    assertThat("data.aws_region.current.name").containsPattern(DEPRECATED);
    assertThat(
            Stream.of(Sources.roots(), Sources.modules(), Sources.examples())
                .flatMap(List::stream)
                .filter(folder -> DEPRECATED.matcher(Sources.text(folder)).find()))
        .isEmpty();
  }

  /** The documentation lists what the deployment leaves out. */
  @Test
  void testingMdNamesEveryGapOfMoto() {
    String text = Sources.read(Sources.REPOSITORY.resolve("docs/testing.md"));
    assertThat(
            Stream.of(
                    MotoGaps.MISSING.stream().map(MotoGaps.Missing::type),
                    MotoGaps.FORGOTTEN.stream().map(MotoGaps.Forgotten::type),
                    MotoGaps.CHANGED.stream().map(MotoGaps.Changed::type))
                .flatMap(types -> types))
        .allMatch(type -> text.contains("`" + type.replace("data.", "") + "`"));
  }

  /** Every validation has a test that it rejects. */
  @ParameterizedTest
  @MethodSource("modules")
  void everyValidationIsTested(Path module) throws IOException {
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files = Files.list(module.resolve("tests"))) {
      files
          .filter(file -> file.toString().endsWith(".tftest.hcl"))
          .map(Sources::read)
          .forEach(tests::append);
    }
    assertThat(Interface.of(module).variables())
        .filteredOn(variable -> variable.block().contains("\n  validation {"))
        .allSatisfy(variable ->
            assertThat(tests.toString())
                .containsPattern("expect_failures = \\[[^]]*\\bvar\\." + variable.name() + "\\b"));
  }

  static Stream<Path> modules() {
    return Sources.modules().stream();
  }

  /** Each environment sets the variables without a default. */
  @ParameterizedTest
  @MethodSource("roots")
  void everyEnvironmentSetsTheRequiredVariables(Path root) {
    String name = root.getFileName().toString();
    List<String> asked =
        Interface.of(root).variables().stream()
            .filter(variable -> variable.fallback().isEmpty())
            .map(Interface.Variable::name)
            .toList();
    assertThat(Sources.ENVIRONMENTS)
        .allSatisfy(environment -> {
          String given =
              String.join(
                  "\n", Sources.variables(environment, name).stream().map(Sources::read).toList());
          assertThat(asked)
              .allSatisfy(
                  variable -> assertThat("\n" + given).containsPattern("\n" + variable + " += "));
        });
  }
}
