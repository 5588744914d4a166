package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas are schemas, and describe each value so that its faults can be worded. */
class SchemaFilesTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/dev/touchstone/problempackage/schema");

  static List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void fitsTheMetaSchema(Path file) {
    JsonNode schema = JsonMapper.shared().readTree(file.toFile());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(schema.path("$schema").asString()))
                .validate(schema))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void describesEveryValue(Path file) {
    requireDescriptions(JsonMapper.shared().readTree(file.toFile()), file.toString());
  }

  private static void requireDescriptions(JsonNode schema, String place) {
    boolean value =
        schema.has("enum")
            || schema.has("pattern")
            || (schema.has("type") && !schema.path("type").asString("").equals("object"));
    assertThat(value && !schema.has("description")).as("%s without a description", place).isFalse();
    for (String one : List.of("items", "additionalProperties", "propertyNames")) {
      if (schema.has(one)) {
        requireDescriptions(schema.path(one), place + "/" + one);
      }
    }
    for (String several : List.of("properties", "$defs")) {
      schema
          .path(several)
          .properties()
          .forEach(entry ->
              requireDescriptions(entry.getValue(), place + "/" + several + "/" + entry.getKey()));
    }
  }
}
