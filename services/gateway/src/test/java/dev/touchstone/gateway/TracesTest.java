package dev.touchstone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.trace.RecordedSpan;
import dev.touchstone.testing.trace.TraceCollector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where traces begin, and what a stranger can do about it. */
class TracesTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String OFFERED = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final TraceCollector COLLECTOR = TraceCollector.start();
  private static final RunningGateway GATEWAY =
      RunningGateway.traced(Map.of(), COLLECTOR.variables());

  @AfterAll
  static void stop() {
    GATEWAY.close();
    COLLECTOR.close();
  }

  private static HttpProbe.Answer ask(RunningGateway gateway, String path) {
    return gateway
        .learner()
        .send(
            gateway
                .learner()
                .request(path)
                .header("traceparent", OFFERED)
                .header("tracestate", "theirs=1")
                .header("baggage", "theirs=1")
                .GET());
  }

  /** The two spans of a request, once both have arrived. */
  private static List<RecordedSpan> spans(HttpProbe.Answer answer) {
    String id = answer.header("X-Request-Id");
    return COLLECTOR
        .await(
            "the spans of " + id, all -> all.stream().anyMatch(span -> id.equals(requestId(span))))
        .stream()
        .filter(span -> all(span).stream().anyMatch(other -> id.equals(requestId(other))))
        .sorted((one, other) -> Long.compare(one.start(), other.start()))
        .toList();
  }

  private static List<RecordedSpan> all(RecordedSpan span) {
    return COLLECTOR.spans().stream()
        .filter(other -> other.traceId().equals(span.traceId()))
        .toList();
  }

  private static String requestId(RecordedSpan span) {
    return span.attributes().getOrDefault("touchstone.request_id", "");
  }

  @Test
  void beginsATraceAndPassesItOnButNotTheCallers() {
    List<RecordedSpan> spans = spans(ask(GATEWAY, "/api/v1/progress"));
    assertThat(spans).extracting(RecordedSpan::name).containsExactly("GET progress", "GET");
    RecordedSpan request = spans.getFirst();
    RecordedSpan call = spans.getLast();
    assertThat(request.parentId()).isEmpty();
    assertThat(request.traceId()).isNotEqualTo(TRACE);
    assertThat(request.links()).containsExactly(TRACE);
    assertThat(request.attributes()).containsEntry("user.id", "7");
    assertThat(call.parentId()).isEqualTo(request.spanId());
    FakeService.Asked asked = GATEWAY.scores.lastAsked();
    assertThat(asked.header("traceparent"))
        .startsWith("00-" + call.traceId() + "-" + call.spanId() + "-");
    assertThat(asked.header("tracestate")).isEmpty();
    assertThat(asked.header("baggage")).isEmpty();
  }

  @Test
  void continuesTheCallersTraceIfToldSo() {
    try (RunningGateway trusting =
        RunningGateway.traced(
            Map.of("TOUCHSTONE_TRUST_TRACEPARENT", "true"), COLLECTOR.variables())) {
      ask(trusting, "/api/v1/progress");
      assertThat(trusting.scores.lastAsked().header("traceparent")).startsWith("00-" + TRACE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void withoutTracingNobodyTraces(String trust) {
    try (RunningGateway silent =
        RunningGateway.start(Map.of("TOUCHSTONE_TRUST_TRACEPARENT", trust))) {
      assertThat(ask(silent, "/api/v1/progress").status()).isEqualTo(200);
      assertThat(silent.scores.lastAsked().header("traceparent")).isEmpty();
    }
  }

  @Test
  void aFailedCallIsAFailureWithoutItsWords() {
    GATEWAY.exercises.answer(exchange -> exchange.close());
    HttpProbe.Answer answer = GATEWAY.learner().get("/api/v1/exercises?q=what-somebody-typed");
    assertThat(answer.status()).isEqualTo(502);
    List<RecordedSpan> spans = spans(answer);
    assertThat(spans.getFirst().failed()).isTrue();
    // A request that may be repeated is called twice.
    assertThat(spans).hasSizeGreaterThan(2).allMatch(RecordedSpan::failed);
    assertThat(COLLECTOR.everything()).doesNotContain("what-somebody-typed");
  }
}
