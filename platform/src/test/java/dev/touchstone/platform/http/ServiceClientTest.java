package dev.touchstone.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.touchstone.platform.config.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client does when a connection breaks. */
class ServiceClientTest {
  private static final byte[] ANSWER = "{\"name\":\"An\"}".getBytes(StandardCharsets.US_ASCII);

  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  private record Named(String name) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/breaks-once", this::breakOnce);
    server.createContext("/silent", this::stayAway);
    server.start();
  }

  @AfterEach
  void stop() {
    ended.countDown();
    server.stop(0);
    threads.close();
  }

  private void breakOnce(HttpExchange exchange) throws IOException {
    if (requests.incrementAndGet() > 1) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
    exchange.close(); // without an answer: the connection ends
  }

  private void stayAway(HttpExchange exchange) {
    requests.incrementAndGet();
    try (exchange) {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServiceClient client(Duration readTimeout) {
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new ServiceClient(here, Secret.of("token"), readTimeout);
  }

  @Test
  void whatDoesNoHarmIsRepeatedOnANewConnection() {
    ServiceClient client = client(Duration.ofMinutes(1));
    assertThat(client.find("/breaks-once", Named.class)).contains(new Named("An"));
    requests.set(0);
    assertThat(client.ask("/breaks-once", Map.of(), Named.class)).contains(new Named("An"));
    requests.set(0);
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    assertThat(client.download("/breaks-once", target)).isTrue();
    assertThat(target.toByteArray()).isEqualTo(ANSWER);
  }

  @Test
  void whatMayChangeSomethingIsSentOnce() {
    ServiceClient client = client(Duration.ofMinutes(1));
    assertThatThrownBy(() -> client.post("/breaks-once", Map.of()))
        .isInstanceOf(ServiceClient.Unavailable.class)
        .hasMessageStartingWith("The request to /breaks-once failed: ");
    assertThat(requests).hasValue(1);
  }

  @Test
  void aServiceThatHadItsTimeIsNotAskedAgain() {
    ServiceClient client = client(Duration.ofMillis(200));
    assertThatThrownBy(() -> client.find("/silent", Named.class))
        .isInstanceOf(ServiceClient.Unavailable.class);
    assertThat(requests).hasValue(1);
  }
}
