package dev.touchstone.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Checks answers against a service's OpenAPI 3.1 contract: the operation must exist, the status be
 * declared for it, and the body fit the schema. Schemas of OpenAPI 3.1 are JSON Schema 2020-12.
 */
public final class ContractCheck {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LOCATION = "https://touchstone.invalid/contract";
  private final JsonNode contract;
  private final SchemaRegistry schemas;

  private ContractCheck(JsonNode contract) {
    this.contract = contract;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(LOCATION, contract.toString())));
  }

  /** Reads {@code contracts/<service>.yaml} of this repository. */
  public static ContractCheck of(String service) {
    return new ContractCheck(
        new YAMLMapper().readTree(repository().resolve("contracts/" + service + ".yaml").toFile()));
  }

  /** The root of this repository: the nearest folder above that holds {@code contracts}. */
  public static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("contracts"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("Run the tests inside the repository.");
    }
    return folder;
  }

  /**
   * Checks an answer.
   *
   * @param path as in the contract, such as {@code /api/v1/exercises/{id}}
   * @throws AssertionError that names every difference
   */
  public void check(String method, String path, HttpProbe.Answer answer) {
    String operation = method + " " + path;
    JsonNode responses =
        contract.path("paths").path(path).path(method.toLowerCase(Locale.ROOT)).path("responses");
    if (responses.isMissingNode()) {
      throw new AssertionError("The contract has no " + operation);
    }
    JsonNode response = resolved(responses.path(Integer.toString(answer.status())));
    if (response.isMissingNode()) {
      throw new AssertionError(
          operation
              + " answered "
              + answer.status()
              + ", which its contract does not declare: "
              + answer.text());
    }
    checkBody(operation + " " + answer.status(), response.path("content"), answer);
  }

  /** All operations of the contract, as {@code GET /path}. */
  public List<String> operations() {
    List<String> operations = new ArrayList<>();
    contract
        .path("paths")
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

  private void checkBody(String operation, JsonNode content, HttpProbe.Answer answer) {
    if (content.isMissingNode()) {
      if (answer.response().body().length > 0) {
        throw new AssertionError(operation + " has a body, the contract declares none");
      }
      return;
    }
    String mediaType = answer.header("Content-Type").split(";", 2)[0];
    if (!content.has(mediaType)) {
      throw new AssertionError(operation + " is of the undeclared type " + mediaType);
    }
    if (!mediaType.endsWith("json")) {
      return;
    }
    List<Error> errors = schema(content.path(mediaType).path("schema")).validate(answer.json());
    if (!errors.isEmpty()) {
      throw new AssertionError(operation + " differs from its contract: " + errors);
    }
  }

  private Schema schema(JsonNode schema) {
    // References such as #/components/schemas/Page are meant from the root of the contract.
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty()
        ? schemas.getSchema(
            SchemaLocation.of("https://touchstone.invalid/inline"), absolute(schema))
        : schemas.getSchema(SchemaLocation.of(LOCATION + reference));
  }

  private static JsonNode absolute(JsonNode schema) {
    String text = schema.toString().replace("\"$ref\":\"#/", "\"$ref\":\"" + LOCATION + "#/");
    return JSON.readTree(text);
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : contract.at(reference.substring(1));
  }
}
