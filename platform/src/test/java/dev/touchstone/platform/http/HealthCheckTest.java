package dev.touchstone.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the health check of a container says of the program in it. */
class HealthCheckTest {
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void reportsTheFirstLineOfTheAnswer() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.createContext(
        "/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      int port = server.getAddress().getPort();
      assertThat(HealthCheck.ask(port, "/ready", LONG)).startsWith("HTTP/1.1 200");
      assertThat(HealthCheck.ask(port, "/other", LONG)).startsWith("HTTP/1.1 404");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aProgramThatIsSilentOrGoneIsUnhealthy() throws IOException {
    int port;
    try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      port = silent.getLocalPort();
      assertThat(HealthCheck.ask(port, "/ready", SOON)).startsWith("No answer");
    }
    assertThat(HealthCheck.ask(port, "/ready", LONG)).startsWith("No answer");
  }
}
