package dev.touchstone.exercises;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes checks of drafts and says of each what a test wants to hear. */
final class FakeScores implements AutoCloseable {
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, ObjectNode> checks = new ConcurrentHashMap<>();
  private final HttpServer server;

  /** Whether a judge is there. */
  volatile boolean judge = true;

  /** The status of new checks. */
  volatile String status = "judged";

  /** The verdict of new checks. */
  volatile String verdict = "AC";

  /** The rows of new checks, as JSON. */
  volatile String rows = "[]";

  FakeScores() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/v1/checks", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether the author has as many checks in the queue as one may have. */
  volatile boolean full;

  /** What happens while a check is asked for. */
  volatile Runnable meanwhile = () -> {};

  /** As after the start of a test. */
  void reset() {
    meanwhile = () -> {};
    judge = true;
    full = false;
    status = "judged";
    verdict = "AC";
    rows = "[]";
  }

  /** Ends a check. */
  void end(long id, String newStatus, @Nullable String newVerdict) {
    ObjectNode check = Objects.requireNonNull(checks.get(id)).deepCopy();
    check.put("status", newStatus);
    check.put("verdict", newVerdict);
    checks.put(id, check);
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      JsonNode request = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      if (!judge) {
        send(exchange, 409, problem("no_judge"));
        return;
      }
      if (full) {
        send(exchange, 429, problem("too_many_queued"));
        return;
      }
      ObjectNode check = Json.MAPPER.createObjectNode();
      long id = ids.incrementAndGet();
      check.put("id", id);
      check.set("draft_version", request.path("draft_version"));
      check.put("status", status);
      check.put("verdict", status.equals("judged") ? verdict : null);
      check.put("message", "a summary");
      check.set("tests", Json.MAPPER.readTree(rows));
      checks.put(id, check);
      send(exchange, 201, check);
      return;
    }
    meanwhile.run();
    String path = exchange.getRequestURI().getPath();
    long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    Optional<ObjectNode> check = Optional.ofNullable(checks.get(id));
    send(exchange, check.isPresent() ? 200 : 404, check.orElse(problem("check_not_found")));
  }

  private static ObjectNode problem(String code) {
    ObjectNode problem = Json.MAPPER.createObjectNode();
    problem.put("code", code);
    return problem;
  }

  private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
