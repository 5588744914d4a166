package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No client occupies the door: a few sockets against small limits stand for thousands. */
class DoorTest {
  private static final String HALF = "GET /health HTTP/1.1\r\nHost: here\r\nX-Part: ";
  private static final String WHOLE = "GET /health HTTP/1.1\r\nHost: here\r\n\r\n";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private RunningGateway gateway(Map<String, String> settings) {
    RunningGateway gateway = RunningGateway.start(settings);
    open.add(gateway);
    return gateway;
  }

  private RawClient connect(String from, RunningGateway gateway) {
    RawClient client = RawClient.connect(from, gateway);
    open.add(client);
    return client;
  }

  private List<RawClient> slow(int count, String from, RunningGateway gateway) {
    return Stream.generate(() -> connect(from, gateway).send(HALF)).limit(count).toList();
  }

  @Test
  void halfSentRequestsThatFillTheDoorLeaveForOthers() {
    RunningGateway gateway =
        gateway(Map.of("TOUCHSTONE_CONNECTIONS", "20", "TOUCHSTONE_CONNECTIONS_PER_NETWORK", "12"));
    List<RawClient> first = slow(12, "127.0.0.2", gateway);
    slow(8, "127.0.0.3", gateway);
    for (int i = 0; i < 5; i++) {
      assertThat(connect("127.0.0.4", gateway).send(WHOLE).status()).isEqualTo(200);
    }
    assertThat(first.getFirst().rest()).as("the one that waits longest").isEmpty();
  }

  @Test
  void idleConnectionsThatFillTheDoorLeaveForOthers() {
    RunningGateway gateway =
        gateway(Map.of("TOUCHSTONE_CONNECTIONS", "10", "TOUCHSTONE_CONNECTIONS_PER_NETWORK", "10"));
    for (int i = 0; i < 10; i++) {
      assertThat(connect("127.0.0.2", gateway).send(WHOLE).status()).isEqualTo(200);
    }
    assertThat(connect("127.0.0.3", gateway).send(WHOLE).status()).isEqualTo(200);
  }

  @Test
  void aNetworkHasNoMoreConnectionsThanItsShare() {
    RunningGateway gateway =
        gateway(Map.of("TOUCHSTONE_CONNECTIONS", "10", "TOUCHSTONE_CONNECTIONS_PER_NETWORK", "3"));
    List<RawClient> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      RawClient other = connect("127.0.0.3", gateway).send(WHOLE);
      others.add(other);
      if (i < 3) {
        assertThat(other.status()).isEqualTo(200);
      }
    }
    assertThat(others.getLast().status()).as("takes a place of its own network").isEqualTo(200);
    List<RawClient> slow = slow(4, "127.0.0.2", gateway);
    assertThat(slow.getFirst().rest()).isEmpty();
    assertThat(others.getLast().send(WHOLE).line()).as("body of before").isNotEmpty();
    String metrics = HttpProbe.on(gateway.service.adminPort()).get("/metrics").text();
    assertThat(metrics)
        .contains("gateway_connections{")
        .contains("gateway_connections_closed_total{reason=\"evicted\"");
  }

  @Test
  void anAnswerUnderWayIsNotGivenUpForNewcomers() throws Exception {
    RunningGateway gateway =
        gateway(Map.of("TOUCHSTONE_CONNECTIONS", "3", "TOUCHSTONE_CONNECTIONS_PER_NETWORK", "3"));
    var go = new CountDownLatch(1);
    gateway.exercises.answer(exchange -> {
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      FakeService.send(exchange, 200, Map.of(), "{}");
    });
    RawClient busy =
        connect("127.0.0.2", gateway).send("GET /api/v1/exercises HTTP/1.1\r\nHost: here\r\n\r\n");
    Await.until("the service to be asked", () -> !gateway.exercises.asked.isEmpty());
    slow(6, "127.0.0.2", gateway);
    slow(6, "127.0.0.3", gateway);
    go.countDown();
    assertThat(busy.status()).isEqualTo(200);
  }

  @Test
  void proxiesSpeakForManyClients() {
    RunningGateway gateway =
        gateway(
            Map.of(
                "TOUCHSTONE_TRUSTED_PROXIES", "127.0.0.5",
                "TOUCHSTONE_CONNECTIONS", "3",
                "TOUCHSTONE_CONNECTIONS_PER_NETWORK", "2"));
    List<RawClient> all = Stream.generate(() -> connect("127.0.0.5", gateway)).limit(6).toList();
    all.forEach(client -> assertThat(client.send(WHOLE).status()).isEqualTo(200));
  }

  @Test
  void headersAndBodiesHaveDeadlinesThatSingleBytesDoNotMove() {
    RunningGateway gateway =
        gateway(Map.of("TOUCHSTONE_HEADER_TIMEOUT", "300ms", "TOUCHSTONE_BODY_TIMEOUT", "300ms"));
    RawClient silent = connect("127.0.0.2", gateway);
    RawClient dripping = connect("127.0.0.2", gateway).send(HALF);
    RawClient uploading =
        connect("127.0.0.2", gateway)
            .send(
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: here\r\nContent-Length: 9000\r\n\r\n{");
    Await.until("the slow header to be cut off", () -> isOver(dripping));
    Await.until("the slow body to be cut off", () -> isOver(uploading));
    assertThat(silent.rest()).isEmpty();
    assertThat(gateway.probe.get("/health").status()).isEqualTo(200);
  }

  private static boolean isOver(RawClient client) {
    try {
      client.send("a");
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }
}
