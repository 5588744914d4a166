package dev.touchstone.exercises;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Publishes the key of its tokens and an empty list of ended sessions. */
final class FakeUserManagement implements AutoCloseable {
  /** The id in the tokens. */
  static final long USER = 7;

  private final TestTokens tokens = new TestTokens();
  private final HttpServer server;

  FakeUserManagement() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answer("/.well-known/jwks.json", tokens.jwks());
    answer("/internal/v1/revocations", "{\"revoked\": [], \"cursor\": \"0\"}");
    server.start();
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
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
