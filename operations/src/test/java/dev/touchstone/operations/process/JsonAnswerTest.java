package dev.touchstone.operations.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class JsonAnswerTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/whole",
        exchange -> {
          exchange.sendResponseHeaders(503, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write("{\"status\":\"down\"}".getBytes(StandardCharsets.UTF_8));
          }
        });
    server.createContext(
        "/text",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write("<html>".getBytes(StandardCharsets.UTF_8));
          }
        });
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          await();
          exchange.close();
        });
    server.createContext(
        "/large",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(" ".repeat(2 << 20).getBytes(StandardCharsets.UTF_8));
          }
        });
    server.start();
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private JsonAnswer get(String path, Duration timeout) throws IOException, InterruptedException {
    URI address =
        URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JsonAnswer.get(client, address, timeout);
    }
  }

  @Test
  void isTheAnswerWhateverItsStatus() throws Exception {
    JsonAnswer answer = get("/whole", Duration.ofSeconds(30));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().path("status").asString()).isEqualTo("down");
  }

  /** A program that hangs in the middle of its answer must not keep a scheduled check for ever. */
  @Test
  void anAnswerThatDoesNotEndIsNone() {
    assertThatThrownBy(() -> get("/half", Duration.ofMillis(300)))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void anAnswerThatIsFarTooLargeIsNone() {
    assertThatThrownBy(() -> get("/large", Duration.ofSeconds(30)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void whatIsNotJsonIsReported() {
    assertThatThrownBy(() -> get("/text", Duration.ofSeconds(30)))
        .isInstanceOf(JacksonException.class);
  }
}
