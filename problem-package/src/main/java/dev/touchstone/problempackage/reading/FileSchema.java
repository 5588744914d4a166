package dev.touchstone.problempackage.reading;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of each YAML file of a package, as a JSON Schema in the folder {@code schema} of the
 * resources. What spans several keys or files is checked by the readers.
 */
enum FileSchema {
  PROBLEM_LEGACY("problem-legacy"),
  PROBLEM_2023_07("problem-2023-07"),
  PROBLEM_2025_09("problem-2025-09"),
  /** Legacy groups. */
  TESTDATA("testdata"),
  /** Groups of the later versions. */
  TEST_GROUP("test_group"),
  TEST_CASE("test_case"),
  SUBMISSIONS("submissions"),
  TOUCHSTONE("touchstone");

  private final String file;

  FileSchema(String file) {
    this.file = file;
  }

  /** What is wrong with the content of a file, each fault with its path in the file. */
  List<String> faults(JsonNode content) {
    return Registry.schema(file + ".json").validate(content).stream()
        .map(error -> SchemaFault.of(error, Registry.rule(error.getSchemaLocation())))
        .distinct()
        .toList();
  }

  /** Reads each schema once, when it is first needed. */
  private static final class Registry {
    /** Never fetched: the schemas refer to each other below it. */
    private static final String BASE = "https://touchstone.invalid/schema/";

    private static final SchemaRegistry SCHEMAS =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Registry::text));

    private Registry() {}

    static Schema schema(String name) {
      return SCHEMAS.getSchema(SchemaLocation.of(BASE + name));
    }

    /** The schema around the keyword that an error is about. */
    static JsonNode rule(SchemaLocation keyword) {
      JsonNode rule = JsonMapper.shared().readTree(text(keyword.getAbsoluteIri().toString()));
      for (int i = 0; i < keyword.getFragment().getNameCount() - 1; i++) {
        rule = rule.path(keyword.getFragment().getName(i));
      }
      return rule;
    }

    private static String text(String address) {
      String path = "/dev/touchstone/problempackage/schema/" + address.substring(BASE.length());
      try (InputStream resource = FileSchema.class.getResourceAsStream(path)) {
        return new String(
            Objects.requireNonNull(resource, path).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
