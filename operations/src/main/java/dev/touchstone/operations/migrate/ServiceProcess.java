package dev.touchstone.operations.migrate;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A process of a service, which holds and switches its database on the operator's calls.
 *
 * @param admin the address of its admin port
 * @param token the operator's token
 */
record ServiceProcess(HttpClient client, URI admin, Secret token) {
  private static final String PATH = "/internal/v1/database";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  /** Returns what the process says of its database. */
  JsonNode status() {
    return send(request("").timeout(PATIENCE).GET().build());
  }

  /** The host, port and name of the database that it uses. */
  String database() {
    return status().path("database").asString("");
  }

  /** Returns when no transaction is open any more. */
  void hold(Duration deadline) {
    post("/hold", Map.of("deadline_seconds", deadline.toSeconds()), deadline);
  }

  /** Connects it to another database, which it does not use yet. */
  void prepare(Map<String, String> settings, Duration deadline) {
    post("/switch", Map.of("settings", settings), deadline);
  }

  void resume() {
    post("/resume", Map.of(), PATIENCE);
  }

  void cancel() {
    post("/cancel", Map.of(), PATIENCE);
  }

  private void post(String call, Map<String, ?> body, Duration timeout) {
    send(
        request(call)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(String call) {
    return HttpRequest.newBuilder(URI.create(admin + PATH + call))
        .header("Authorization", "Bearer " + token.reveal());
  }

  private JsonNode send(HttpRequest request) {
    HttpResponse<String> response;
    try {
      response = client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new OperationFailed(
          "The service at %s does not respond (%s). Check the address of its admin port."
              .formatted(admin, e.getClass().getSimpleName()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed("Interrupted. Run the command again; it goes on.", e);
    }
    JsonNode body = parse(response.body());
    if (response.statusCode() != OK) {
      throw new OperationFailed(
          "The service at %s refuses %s with status %d: %s"
              .formatted(
                  admin,
                  request.uri().getPath(),
                  response.statusCode(),
                  body.path("detail").asString("check TOUCHSTONE_OPERATOR_TOKEN there and here.")));
    }
    return body;
  }

  private static JsonNode parse(String body) {
    try {
      return Json.TOLERANT.readTree(body.isEmpty() ? "{}" : body);
    } catch (JacksonException e) {
      return Json.TOLERANT.createObjectNode();
    }
  }
}
