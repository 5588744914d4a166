package dev.touchstone.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service behind the gateway: remembers what it was asked on a client's behalf, answers what a
 * test says. What the gateway asks by itself at times of its own is not remembered.
 */
final class FakeService implements AutoCloseable {
  /** What the service was asked. */
  record Asked(String method, String target, Headers headers, String body) {
    String header(String name) {
      String value = headers.getFirst(name);
      return value == null ? "" : value;
    }
  }

  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What the service announces as the number of its changes. */
  final AtomicLong version = new AtomicLong(1);

  /** Whether it announces changes at all. */
  volatile boolean feed = true;

  private final HttpServer server;
  private volatile HttpHandler answer = exchange -> send(exchange, 200, Map.of(), "{}");

  FakeService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answer(HttpHandler handler) {
    answer = handler;
  }

  void answer(int status, Map<String, String> headers, String body) {
    answer = exchange -> send(exchange, status, headers, body);
  }

  Asked lastAsked() {
    return asked.getLast();
  }

  static void send(HttpExchange exchange, int status, Map<String, String> headers, String body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::add);
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    exchange.setStreams(new ByteArrayInputStream(bytes), null); // an answer may depend on it
    String body = new String(bytes, StandardCharsets.UTF_8);
    if (exchange.getRequestHeaders().containsKey("X-Forwarded-For")) {
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body));
    }
    if (exchange.getRequestURI().getPath().equals("/internal/v1/changes")) {
      send(exchange, feed ? 200 : 503, Map.of(), "{\"version\":" + version.get() + "}");
      return;
    }
    answer.handle(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
