package dev.touchstone.exercises;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Publishes the key of its tokens, an empty list of ended sessions, and a few accounts. */
final class FakeUserManagement implements AutoCloseable {
  /** The id in the tokens. */
  static final long USER = 7;

  private final TestTokens tokens = new TestTokens();
  private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
  private final List<Long> deleted = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  FakeUserManagement() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answer("/.well-known/jwks.json", tokens.jwks());
    answer("/internal/v1/revocations", "{\"revoked\": [], \"cursor\": \"0\"}");
    server.createContext("/internal/v1/users", this::users);
    server.createContext("/internal/v1/deleted-accounts", this::deletedAccounts);
    server.createContext("/internal/v1/audit-log", this::auditLog);
    server.start();
  }

  /** An account that can be asked for. */
  record Account(long id, String username, String role, boolean isActive) {}

  /** Adds or replaces an account. */
  void account(long id, Role role, boolean isActive) {
    accounts.put(id, new Account(id, role.wireName() + id, role.wireName(), isActive));
  }

  /** Deletes an account. */
  void delete(long id) {
    accounts.remove(id);
    deleted.add(id);
  }

  /** The events of the audit log, such as {@code exercise.shared exercise:1 by 7}. */
  List<String> events() {
    return List.copyOf(events);
  }

  private void auditLog(HttpExchange exchange) throws IOException {
    Json.MAPPER
        .readTree(exchange.getRequestBody().readAllBytes())
        .path("events")
        .valueStream()
        .map(event ->
            event.path("kind").asString()
                + " "
                + event.path("target").asString()
                + " by "
                + event.path("actor_id").asLong())
        .forEach(events::add);
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private void deletedAccounts(HttpExchange exchange) throws IOException {
    List<Long> all = List.copyOf(deleted);
    Map<String, Object> batch = Map.of("user_ids", all, "cursor", Integer.toString(all.size()));
    send(exchange, Json.MAPPER.writeValueAsBytes(batch));
  }

  private void users(HttpExchange exchange) throws IOException {
    String[] query = exchange.getRequestURI().getQuery().split("=", 2);
    List<Account> found =
        accounts.values().stream()
            .filter(account ->
                query[0].equals("username")
                    ? account.username().equals(query[1])
                    : List.of(query[1].split(",")).contains(Long.toString(account.id())))
            .toList();
    send(exchange, Json.MAPPER.writeValueAsBytes(Map.of("items", found)));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String token(long userId, Role role) {
    return tokens.token(userId, role.wireName() + userId, role.wireName());
  }

  String token(Role role) {
    return tokens.token(USER, role.wireName(), role.wireName());
  }

  private void answer(String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(path, exchange -> send(exchange, body));
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
