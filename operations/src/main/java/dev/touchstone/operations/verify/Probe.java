package dev.touchstone.operations.verify;

import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
  /** A gateway that can't answer this soon is unhealthy. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Far more than any of these responses has. */
  private static final int LARGEST_BODY = 1 << 20;

  /**
   * Asks once.
   *
   * @return what is wrong; empty if nothing is
   */
  Optional<String> ask(HttpClient client, URI gateway) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream content = response.body()) {
        body = content.readNBytes(LARGEST_BODY);
      }
      JsonNode json = Json.TOLERANT.readTree(body);
      if (response.statusCode() != 200) {
        return Optional.of("status " + response.statusCode() + failing(json));
      }
      return fault.apply(json);
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
