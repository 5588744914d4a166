package dev.touchstone.standalone.classbench;

import dev.touchstone.platform.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One learner's requests: signed in, timed, and repeated where the load says so. */
final class Browser {
  /** Longer than a whole fault; only ends what would hang. */
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** A token lasts ten minutes. */
  private static final Duration FRESH = Duration.ofMinutes(8);

  private final ClassLoad load;
  private final ClassLog log;
  private final HttpClient client;
  private final String username;
  private final String password;
  private String token = "";
  private String cookie = "";
  private long signedIn;

  Browser(ClassLoad load, ClassLog log, HttpClient client, String username, String password) {
    this.load = load;
    this.log = log;
    this.client = client;
    this.username = username;
    this.password = password;
  }

  /** A response that a learner can do nothing with. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  void signIn() throws Failed, InterruptedException {
    String body =
        Json.MAPPER.writeValueAsString(Map.of("username", username, "password", password));
    token = "";
    keep(send("sign-in", post("/api/v1/auth/login", body)));
  }

  JsonNode get(String what, String path) throws Failed, InterruptedException {
    refresh();
    return Json.TOLERANT.readTree(send(what, request(path)).body());
  }

  /**
   * Sends a body and returns the response.
   *
   * @param key repeated requests with one key do a thing once
   */
  JsonNode post(String what, String path, Object body, String key)
      throws Failed, InterruptedException {
    refresh();
    HttpRequest.Builder request = post(path, Json.MAPPER.writeValueAsString(body));
    return Json.TOLERANT.readTree(send(what, request.header("Idempotency-Key", key)).body());
  }

  /** Reads the states in a stream of events until it ends. */
  void follow(String path, Consumer<JsonNode> states) throws Failed, InterruptedException {
    HttpRequest request = request(path + "/events").header("Accept", "text/event-stream").build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        if (response.statusCode() != 200 && !isRepeated(response.statusCode())) {
          throw new Failed(path + "/events → " + response.statusCode() + " " + lines.readLine());
        }
        read(lines, states);
      }
    } catch (IOException e) {
      requirePatience(path + "/events", e);
    }
  }

  private static void read(BufferedReader lines, Consumer<JsonNode> states) throws IOException {
    String event = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        event = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:") && !event.equals("test")) {
        states.accept(Json.TOLERANT.readTree(line.substring("data:".length())));
      }
    }
  }

  private void refresh() throws Failed, InterruptedException {
    if (System.nanoTime() - signedIn > FRESH.toNanos()) {
      keep(send("refresh", post("/api/v1/auth/refresh", "").header("Cookie", cookie)));
    }
  }

  private void keep(HttpResponse<String> response) {
    token = Json.TOLERANT.readTree(response.body()).path("access_token").asString();
    cookie =
        response.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith("touchstone_refresh="))
            .map(each -> each.replaceFirst(";.*", ""))
            .findFirst()
            .orElse(cookie);
    signedIn = System.nanoTime();
  }

  private HttpResponse<String> send(String what, HttpRequest.Builder builder)
      throws Failed, InterruptedException {
    HttpRequest request = builder.timeout(TIMEOUT).build();
    long first = System.nanoTime();
    while (true) {
      long start = System.nanoTime();
      try {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() < 300) {
          log.took(what, System.nanoTime() - start);
          return response;
        }
        if (!isRepeated(response.statusCode()) || start - first > PATIENCE.toNanos()) {
          throw new Failed(what + " → " + response.statusCode() + " " + response.body());
        }
      } catch (IOException e) {
        requirePatience(what, e);
        if (start - first > PATIENCE.toNanos()) {
          throw new Failed(what + " → " + e);
        }
      }
      log.repeated();
      Thread.sleep(PAUSE);
    }
  }

  private boolean isRepeated(int status) {
    // A service that broke off its answer, is away, or is kept by a busy machine from answering in
    // time.
    return load.isPatient() && status >= 502 && status <= 504;
  }

  private void requirePatience(String what, IOException e) throws Failed {
    if (!load.isPatient()) {
      throw new Failed(what + " → " + e);
    }
  }

  private HttpRequest.Builder post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(load.gateway().resolve(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }
}
