package dev.touchstone.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawConnectionTest {
  private static final String LONG = "x".repeat(200_000);

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          String path = exchange.getRequestURI().getPath();
          String answer = sent.length > 0 ? new String(sent, StandardCharsets.UTF_8) : LONG;
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          if (path.equals("/close")) {
            exchange.getResponseHeaders().set("Connection", "close");
          }
          boolean chunked = path.equals("/chunks");
          exchange.sendResponseHeaders(
              path.equals("/gone") ? 410 : 200, chunked ? 0 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsWhateverLengthAResponseHasAndKeepsTheConnection() throws IOException {
    try (RawConnection connection = RawConnection.to(server.getAddress().getPort())) {
      for (String path : new String[] {"/length", "/chunks", "/close", "/length"}) {
        assertThat(connection.exchange(RawConnection.get(path, Map.of("Accept", "*/*"))))
            .isEqualTo(200);
        assertThat(connection.body()).as(path).isEqualTo(LONG);
      }
      assertThat(connection.exchange(RawConnection.get("/gone", Map.of()))).isEqualTo(410);
    }
  }

  @Test
  void sendsABody() throws IOException {
    try (RawConnection connection = RawConnection.to(server.getAddress().getPort())) {
      connection.exchange(RawConnection.post("/", Map.of(), "{\"tên\": 1}"));
      assertThat(connection.body()).isEqualTo("{\"tên\": 1}");
    }
  }
}
