package dev.touchstone.operations.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.touchstone.operations.Moto;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import picocli.CommandLine;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.JsonNode;

/** Against moto, which delivers to HTTP endpoints as SNS does, but is not AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentAlertsTest {
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private Moto moto;
  private HttpServer receiver;

  @BeforeAll
  void start() throws IOException {
    moto = Moto.start();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(Json.TOLERANT.readTree(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    try (SnsClient topics = client()) {
      for (String topic : List.of("critical", "chat", "critical-events")) {
        Object _ = topics.createTopic(request -> request.name("touchstone-prod-" + topic));
      }
      subscribe(topics, "critical", "http", "http://127.0.0.1:" + receiver.getAddress().getPort());
      subscribe(topics, "chat", "http", "http://127.0.0.1:" + receiver.getAddress().getPort());
      subscribe(topics, "critical", "email", "on-call@touchstone.example");
    }
  }

  @AfterAll
  void stop() {
    if (moto != null) {
      receiver.stop(0);
      moto.close();
    }
  }

  private SnsClient client() {
    return moto.configure(SnsClient.builder());
  }

  private static void subscribe(SnsClient topics, String topic, String protocol, String endpoint) {
    Object _ =
        topics.subscribe(request ->
            request
                .topicArn("arn:aws:sns:us-east-1:123456789012:touchstone-prod-" + topic)
                .protocol(protocol)
                .endpoint(endpoint));
  }

  private String send(int status, String route, String... more) {
    received.clear();
    List<String> words =
        new ArrayList<>(
            List.of(
                "test",
                "--outputs",
                AlertsSubcommandTest.EXAMPLES.toString(),
                "--route",
                route,
                "--send"));
    words.addAll(List.of(more));
    StringWriter out = new StringWriter();
    int ended =
        new CommandLine(new AlertsSubcommand(_ -> client(), Clock.systemUTC()))
            .setOut(new PrintWriter(out))
            .execute(words.toArray(String[]::new));
    assertThat(ended).as(out.toString()).isEqualTo(status);
    return out.toString();
  }

  private List<JsonNode> receivedOf(String topic) {
    return received.stream()
        .filter(envelope ->
            envelope.path("TopicArn").asString("").endsWith(":touchstone-prod-" + topic))
        .toList();
  }

  @Test
  void anAlarmIsDeliveredAndEnds() {
    String out = send(0, "alarm-critical");

    assertThat(out).contains("sent to 2 subscriptions, message ");
    assertThat(out).endsWith("1 routes, 0 faults; not subscribed: slack, pagerduty\n");
    assertThat(receivedOf("critical"))
        .extracting(envelope ->
            Json.TOLERANT
                .readTree(envelope.path("Message").asString())
                .path("NewStateValue")
                .asString())
        .containsExactly("ALARM", "OK");
    assertThat(receivedOf("critical").getFirst().path("Subject").asString())
        .startsWith("ALARM: \"TEST ");
  }

  @Test
  void theChatGetsWhatWasShown() {
    String out = send(0, "guardduty-chat");

    assertThat(receivedOf("chat"))
        .singleElement()
        .satisfies(envelope ->
            assertThat(out).contains("  " + envelope.path("Message").asString() + "\n"));
  }

  @Test
  void aRequiredReceiverThatHasNotSubscribedIsAFault() {
    String out = send(1, "guardduty-chat", "--require", "slack", "--require", "pagerduty");
    assertThat(out)
        .contains(
            "LOST guardduty-chat: slack has no confirmed subscription to touchstone-prod-chat\n")
        .contains("LOST none of these routes has the receiver pagerduty\n")
        .endsWith("1 routes, 2 faults; not subscribed: slack\n");
  }

  @Test
  void aTopicThatNobodyReadsIsAFault() {
    assertThat(send(1, "guardduty-sentence"))
        .contains(
            "LOST guardduty-sentence: nobody has confirmed a subscription to touchstone-prod-critical-events");
  }
}
