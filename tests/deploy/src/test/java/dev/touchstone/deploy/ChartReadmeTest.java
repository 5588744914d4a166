package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Values, schema and README of each chart agree. */
class ChartReadmeTest {
  private static final String BEGIN = "<!-- values: written by ChartReadmeTest -->\n";

  /** {@code -Dtouchstone.update=true} writes the tables instead of checking them. */
  private static final boolean UPDATE = Boolean.getBoolean("touchstone.update");

  static List<Path> charts() {
    return Repository.list(Repository.CHARTS).stream().filter(Files::isDirectory).toList();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theReadmeHasTheTableOfTheValues(Path chart) throws IOException {
    Path readme = chart.resolve("README.md");
    String text = Repository.read(readme);
    assertThat(text).startsWith("# " + chart.getFileName() + "\n").contains(BEGIN);
    String wanted =
        text.substring(0, text.indexOf(BEGIN))
            + BEGIN
            + "\n"
            + ValuesTable.of(Repository.read(chart.resolve("values.yaml")));
    if (UPDATE) {
      Files.writeString(readme, wanted);
    }
    assertThat(Repository.read(readme))
        .as("write the table with -Dtouchstone.update=true")
        .isEqualTo(wanted);
  }

  /** A value that the schema lacks would be refused, one that only the schema has does nothing. */
  @ParameterizedTest
  @MethodSource("charts")
  void theSchemaHasTheSameValues(Path chart) {
    JsonNode values = new YAMLMapper().readTree(Repository.read(chart.resolve("values.yaml")));
    JsonNode schema =
        new JsonMapper().readTree(Repository.read(chart.resolve("values.schema.json")));
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    Set<String> known = new TreeSet<>(schema.path("properties").propertyNames());
    // Of every chart, for values of a chart around it.
    known.add("global");
    Set<String> there = new TreeSet<>(values.propertyNames());
    there.add("global");
    assertThat(known).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "service, scores, replica=3, additional properties 'replica' not allowed",
    "service, scores, name=Scores, does not match pattern",
    "service, scores, ports.http=80, minimum",
    "service, scores, image.digest=sha256:1, does not match pattern",
    "service, scores, environment.lower=x, does not match pattern",
    "judge, prod, isolation=none, value must be one of",
    "judge, prod, kinds={play}, value must be one of",
    "judge, prod, image.registry=, does not match pattern",
    "judge, prod, workers=0, minimum",
    "platform, prod, ingres.enabled=false, additional properties 'ingres' not allowed",
    "platform, prod, gateway.replica=3, additional properties 'replica' not allowed",
    "platform, prod, global.host=, minLength"
  })
  void theSchemaRefuses(String chart, String values, String wrong, String message) {
    Command.Ending ending =
        Charts.template(
            chart, Charts.release(chart + "/" + values).values(), "test", "--set", wrong);
    assertThat(ending.status()).isNotZero();
    assertThat(ending.errors()).containsIgnoringCase(message);
  }
}
