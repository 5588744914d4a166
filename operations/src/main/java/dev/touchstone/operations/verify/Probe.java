package dev.touchstone.operations.verify;

import dev.touchstone.operations.process.JsonAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One question to the gateway.
 *
 * @param name for people
 * @param path what is requested, without a token
 * @param fault what is wrong with a response; empty if it is right
 */
record Probe(String name, String path, Function<JsonNode, Optional<String>> fault) {
  /**
   * Asks once.
   *
   * @return what is wrong; empty if nothing is
   */
  Optional<String> ask(HttpClient client, URI gateway) throws InterruptedException {
    try {
      JsonAnswer answer = JsonAnswer.get(client, gateway.resolve(path));
      if (answer.status() != 200) {
        return Optional.of("status " + answer.status() + failing(answer.body()));
      }
      return fault.apply(answer.body());
    } catch (JacksonException e) {
      return Optional.of("the response is not JSON");
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Optional.of("no response: " + reason);
    }
  }

  /** The checks of {@code /ready} that fail. */
  private static String failing(JsonNode json) {
    String names =
        json.path("checks").properties().stream()
            .filter(check -> !check.getValue().asString("").equals("up"))
            .map(Map.Entry::getKey)
            .sorted()
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return names.isEmpty() ? "" : ", not ready: " + names;
  }
}
