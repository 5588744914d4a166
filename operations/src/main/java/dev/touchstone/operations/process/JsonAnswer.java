package dev.touchstone.operations.process;

import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a program of the platform answered to a request without a token. Immutable.
 *
 * @param status of HTTP
 */
public record JsonAnswer(int status, JsonNode body) {
  /** A program that has not answered completely by then is unhealthy. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Far more than answers about health, keys or one page of exercises have, in bytes. */
  private static final int LARGEST_BODY = 1 << 20;

  /** To establish a connection; one that takes longer has failed. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** The names of a program's checks; others are not taken over. */
  private static final String NAME = "[a-z][a-z0-9-]{0,39}";

  /** A client to ask with. */
  public static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  }

  /** The checks that an answer of {@code /health} or {@code /ready} names: whether each is up. */
  public Map<String, Boolean> checks() {
    Map<String, Boolean> checks = new LinkedHashMap<>();
    body.path("checks").properties().stream()
        .filter(check -> check.getKey().matches(NAME))
        .forEach(check -> checks.put(check.getKey(), check.getValue().asString("").equals("up")));
    return checks;
  }

  /**
   * Asks once.
   *
   * @throws IOException without a complete answer in time, or if it is far too large
   * @throws JacksonException if the answer is not JSON
   */
  public static JsonAnswer get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return get(client, address, TIMEOUT);
  }

  static JsonAnswer get(HttpClient client, URI address, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
    try {
      // The request's own timeout would end with the headers.
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new JsonAnswer(response.statusCode(), Json.TOLERANT.readTree(response.body()));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no complete answer in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      boolean _ = answer.cancel(true);
    }
  }
}
