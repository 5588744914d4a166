package dev.touchstone.testing;

import com.networknt.schema.Error;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Checks calls against a service's OpenAPI 3.1 contract. The operation must exist, declare the
 * status, and describe the body of the response. A request that was accepted must itself be as the
 * contract describes; one that was refused may be anything.
 */
public final class ContractCheck {
  private final Contract contract;

  private ContractCheck(Contract contract) {
    this.contract = contract;
  }

  /** Reads {@code contracts/<service>.yaml} of this repository. */
  public static ContractCheck of(String service) {
    return of(Contract.of(service));
  }

  /** Checks against a contract that was read. */
  public static ContractCheck of(Contract contract) {
    return new ContractCheck(contract);
  }

  static ContractCheck parse(String yaml) {
    return new ContractCheck(Contract.parse(yaml));
  }

  /** The root of this repository: the nearest parent folder that contains {@code contracts}. */
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
   * Checks a response and, if it was accepted, its request.
   *
   * @param path as in the contract, such as {@code /api/v1/exercises/{id}}
   * @throws AssertionError that names every difference
   */
  public void check(String method, String path, HttpProbe.Answer answer) {
    checkAnswer(method, path, answer);
    if (answer.status() < 400) {
      RequestCheck.check(contract, method, path, answer.response().request());
    }
  }

  /**
   * Checks a response only, for tests that send on purpose what the contract does not describe and
   * a service may ignore.
   *
   * @see #check
   */
  public void checkAnswer(String method, String path, HttpProbe.Answer answer) {
    String operation = method + " " + path;
    JsonNode responses = contract.operation(method, path).path("responses");
    JsonNode response = contract.resolved(responses.path(Integer.toString(answer.status())));
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

  /** Checks a value, such as the data of an event, against a schema of the contract. */
  public void checkSchema(String name, JsonNode value) {
    require(name, contract.differences(contract.schema(name), value));
  }

  /** All operations of the contract, as {@code GET /path}. */
  public List<String> operations() {
    return contract.operations();
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
    if (mediaType.endsWith("json")) {
      require(
          operation, contract.differences(content.path(mediaType).path("schema"), answer.json()));
    }
  }

  private static void require(String subject, List<Error> differences) {
    if (!differences.isEmpty()) {
      throw new AssertionError(subject + " differs from its contract: " + differences);
    }
  }
}
