package dev.touchstone.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI 3.1 contract, whose schemas are JSON Schema 2020-12. Immutable. */
public final class Contract {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String LOCATION = "https://touchstone.invalid/contract";
  private static final String INLINE = "https://touchstone.invalid/inline";

  private final JsonNode root;
  private final SchemaRegistry schemas;

  private Contract(JsonNode root) {
    this.root = root;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(LOCATION, root.toString())));
  }

  /** Reads {@code contracts/<service>.yaml} of this repository. */
  public static Contract of(String service) {
    try {
      return parse(
          Files.readString(
              ContractCheck.repository().resolve("contracts").resolve(service + ".yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Contract parse(String yaml) {
    return new Contract(new YAMLMapper().readTree(yaml));
  }

  /** All operations, as {@code GET /path}. */
  public List<String> operations() {
    List<String> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations.stream()
        .filter(operation -> operation.matches("(GET|POST|PUT|PATCH|DELETE) .*"))
        .toList();
  }

  /** The definition of an operation. */
  public JsonNode operation(String method, String path) {
    JsonNode operation = root.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      throw new AssertionError("The contract has no " + method + " " + path);
    }
    return operation;
  }

  /** The parameters of an operation, including those of its path. */
  public List<JsonNode> parameters(String method, String path) {
    List<JsonNode> parameters = new ArrayList<>();
    root.path("paths")
        .path(path)
        .path("parameters")
        .forEach(each -> parameters.add(resolved(each)));
    operation(method, path).path("parameters").forEach(each -> parameters.add(resolved(each)));
    return parameters;
  }

  /** A schema by its name. */
  JsonNode schema(String name) {
    JsonNode schema = root.at("/components/schemas/" + name);
    if (schema.isMissingNode()) {
      throw new AssertionError("The contract has no schema " + name);
    }
    return schema;
  }

  /** What a reference refers to; any other node itself. */
  public JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : root.at(reference.substring(1));
  }

  /** How a value differs from a schema of this contract. */
  List<Error> differences(JsonNode schema, JsonNode value) {
    return compiled(schema).validate(value);
  }

  /** Whether a value is as a schema of this contract says. */
  public boolean matches(JsonNode schema, JsonNode value) {
    return differences(schema, value).isEmpty();
  }

  private Schema compiled(JsonNode schema) {
    // References such as #/components/schemas/Page are relative to the root of the contract.
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty()
        ? schemas.getSchema(SchemaLocation.of(INLINE), absolute(schema))
        : schemas.getSchema(SchemaLocation.of(LOCATION + reference));
  }

  private static JsonNode absolute(JsonNode schema) {
    String text = schema.toString().replace("\"$ref\":\"#/", "\"$ref\":\"" + LOCATION + "#/");
    return MAPPER.readTree(text);
  }
}
