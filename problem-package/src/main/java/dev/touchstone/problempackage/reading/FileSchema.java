package dev.touchstone.problempackage.reading;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.problempackage.FaultList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

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

  /** Whether a key that the schema does not know is only worth a warning: others may add keys. */
  boolean allowsUnknownKeys() {
    return this == TOUCHSTONE;
  }

  /** What is wrong with the content of a file, each fault with its path in the file. */
  List<SchemaFault> faults(JsonNode content) {
    return Registry.schema(file + ".json").validate(content).stream()
        .limit(FaultList.MOST + 1)
        .map(error -> SchemaFault.of(error, Registry.rule(error.getSchemaLocation())))
        .distinct()
        .toList();
  }

  /**
   * The keys of a file that its schema marks as known but not used, with what becomes of them, by
   * JSON pointer.
   */
  Map<String, String> unused(JsonNode content) {
    Map<String, String> found = new LinkedHashMap<>();
    Registry.collectUnused("", content, Registry.rule(file + ".json"), found);
    return found;
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

    /** A property with nothing but a comment is not used; the comment says what becomes of it. */
    static void collectUnused(
        String pointer, JsonNode content, JsonNode rule, Map<String, String> found) {
      for (Map.Entry<String, JsonNode> entry : content.properties()) {
        JsonNode property = property(rule, entry.getKey());
        String place = YamlLines.within(pointer, entry.getKey());
        String comment = property.path("$comment").asString("");
        if (!comment.isEmpty()) {
          found.put(place, comment);
        } else {
          collectUnused(place, entry.getValue(), property, found);
        }
      }
    }

    private static JsonNode property(JsonNode rule, String key) {
      JsonNode property = rule.path("properties").path(key);
      if (property.isMissingNode() && rule.has("$ref")) {
        return property(referred(rule), key);
      }
      if (property.isMissingNode()) {
        property = rule.path("additionalProperties");
      }
      return property.has("$ref") && !property.has("properties") ? referred(property) : property;
    }

    /** Only whole files are followed; definitions within files have no properties. */
    private static JsonNode referred(JsonNode rule) {
      String reference = rule.path("$ref").asString("");
      return reference.contains("#") ? MissingNode.getInstance() : rule(reference);
    }

    static JsonNode rule(String file) {
      return JsonMapper.shared().readTree(text(BASE + file));
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
