package dev.touchstone.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platform.telemetry.LogFields;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.trace.RecordedSpan;
import dev.touchstone.testing.trace.TraceCollector;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** A service that calls another one, both with a collector. */
class TracingTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final TraceCollector COLLECTOR = TraceCollector.start();
  private static final Map<String, String> LOGGED = new ConcurrentHashMap<>();
  private static final ServiceServer BACK = server("back", started("back"), back());
  private static final ServiceServer FRONT = server("front", started("front"), calling(BACK));
  private static final ServiceServer SILENT = server("silent", Tracing.off(), calling(BACK));

  private static Tracing started(String service) {
    return Tracing.start(service, COLLECTOR.variables());
  }

  private static ServiceServer server(String name, Tracing tracing, HttpService endpoints) {
    return ServiceServer.start(
        name,
        new ServiceServer.Address("127.0.0.1", 0, 0),
        Metrics.of(name),
        tracing,
        List.of(),
        List.of(endpoints));
  }

  private static HttpService back() {
    return rules ->
        rules
            .get(
                "/things/{name}",
                (request, response) -> {
                  LOGGED.putAll(MDC.getCopyOfContextMap());
                  Json.send(response, Map.of());
                })
            .get(
                "/broken",
                (request, response) -> {
                  throw new IllegalStateException("secret of the failure");
                });
  }

  private static HttpService calling(ServiceServer other) {
    ServiceClient client =
        new ServiceClient(
            URI.create("http://127.0.0.1:" + other.port()), Secret.of("secret of the token"));
    return rules ->
        rules.get(
            "/call/{path}",
            (request, response) -> {
              String path = request.path().pathParameters().get("path");
              client.find("/" + path.replace('.', '/') + "?q=secret-of-the-query", Object.class);
              Json.send(response, Map.of());
            });
  }

  @AfterAll
  static void stop() {
    FRONT.close();
    SILENT.close();
    BACK.close();
    COLLECTOR.close();
  }

  private static HttpProbe.Answer get(ServiceServer server, String path, String traceparent) {
    HttpProbe probe = HttpProbe.on(server.port());
    return probe.send(probe.request(path).header(TraceContext.HEADER, traceparent).GET());
  }

  /** The spans of a new trace, by service and name. */
  private static Map<String, RecordedSpan> spans(String trace, int count) {
    Map<String, RecordedSpan> named = new TreeMap<>();
    COLLECTOR
        .await(
            count + " spans",
            all -> all.stream().filter(span -> span.traceId().equals(trace)).count() == count)
        .stream()
        .filter(span -> span.traceId().equals(trace))
        .forEach(span -> named.put(span.service() + " " + span.name(), span));
    return named;
  }

  private static RecordedSpan named(Map<String, RecordedSpan> spans, String name) {
    return Optional.ofNullable(spans.get(name)).orElseThrow();
  }

  @Test
  void continuesATraceThroughCallsAndIntoTheLog() {
    get(FRONT, "/call/things.secret-of-the-path", "00-" + TRACE + "-" + SPAN + "-01");
    Map<String, RecordedSpan> spans = spans(TRACE, 3);
    assertThat(spans.keySet())
        .containsExactly("back GET /things/{name}", "front GET", "front GET /call/{path}");
    RecordedSpan front = named(spans, "front GET /call/{path}");
    RecordedSpan call = named(spans, "front GET");
    RecordedSpan back = named(spans, "back GET /things/{name}");
    assertThat(front.parentId()).isEqualTo(SPAN);
    assertThat(call.parentId()).isEqualTo(front.spanId());
    assertThat(back.parentId()).isEqualTo(call.spanId());
    assertThat(call.attributes()).containsEntry("http.response.status_code", "200");
    assertThat(back.attributes()).containsEntry("http.route", "/things/{name}");
    assertThat(back.failed()).isFalse();
    assertThat(LOGGED)
        .containsEntry(LogFields.TRACE_ID, TRACE)
        .containsEntry(LogFields.SPAN_ID, back.spanId())
        .containsEntry(
            LogFields.REQUEST_ID,
            back.attributes().getOrDefault("touchstone.request_id", "missing"));
  }

  @Test
  void recordsFailuresButNothingThatPeopleWrote() {
    String trace = TRACE.replace('4', '5');
    get(FRONT, "/call/broken", "00-" + trace + "-" + SPAN + "-01");
    Map<String, RecordedSpan> spans = spans(trace, 3);
    assertThat(spans.values()).allMatch(RecordedSpan::failed);
    assertThat(COLLECTOR.everything()).contains("/call/{path}").doesNotContain("secret");
  }

  @Test
  void beginsNoTraceOfItsOwn() {
    HttpProbe.on(FRONT.port()).get("/call/things.untraced");
    get(FRONT, "/call/things.untraced", "00-00000000000000000000000000000000-" + SPAN + "-01");
    get(FRONT, "/call/things.untraced", "malformed");
    String trace = TRACE.replace('4', '6');
    get(FRONT, "/call/things.unsampled", "00-" + trace + "-" + SPAN + "-00");
    String last = TRACE.replace('4', '7');
    get(FRONT, "/call/things.traced", "00-" + last + "-" + SPAN + "-01");
    spans(last, 3);
    assertThat(COLLECTOR.spans())
        .noneMatch(span -> span.parentId().isEmpty() || span.traceId().equals(trace));
  }

  @Test
  void aServiceWithoutTracingPassesTheTraceOn() {
    String trace = TRACE.replace('4', '8');
    get(SILENT, "/call/things.a", "00-" + trace + "-" + SPAN + "-01");
    assertThat(named(spans(trace, 1), "back GET /things/{name}").parentId()).isEqualTo(SPAN);
  }

  @Test
  void beginsATraceForAStrangerUnderIdsOfItsOwn() {
    String offered = "00-" + TRACE.replace('4', '9') + "-" + SPAN + "-00";
    try (Tracing tracing = started("door")) {
      RequestSpan span = tracing.begin("GET", offered, false);
      span.end("/api", 200);
      RequestSpan continued = tracing.begin("GET", offered.replace("-00", "-01"), true);
      continued.end("/api", 200);
      assertThat(span.traceId()).isPresent().isNotEqualTo(continued.traceId());
      assertThat(continued.traceId()).contains(TRACE.replace('4', '9'));
      RecordedSpan own = named(spans(span.traceId().orElseThrow(), 1), "door GET /api");
      assertThat(own.parentId()).isEmpty();
      assertThat(own.links()).containsExactly(TRACE.replace('4', '9'));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_SERVICE_NAME, only-a-name",
    "OTEL_EXPORTER_OTLP_ENDPOINT, ''",
    "OTEL_SDK_DISABLED, true",
    "OTEL_TRACES_EXPORTER, none"
  })
  void isOffUnlessACollectorIsNamed(String name, String value) {
    assertThat(Tracing.start("service", Map.of(name, value))).isSameAs(Tracing.off());
    if (!value.isEmpty() && !name.equals("OTEL_SERVICE_NAME")) {
      Map<String, String> variables = new HashMap<>(COLLECTOR.variables());
      variables.put(name, value);
      assertThat(Tracing.start("service", variables)).isSameAs(Tracing.off());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_EXPORTER_OTLP_PROTOCOL, grpc",
    "OTEL_TRACES_SAMPLER, sometimes",
    "OTEL_BSP_SCHEDULE_DELAY, soon",
    "OTEL_EXPORTER_OTLP_HEADERS, password-without-a-name"
  })
  void refusesWrongVariablesWithoutQuotingSecrets(String name, String value) {
    Map<String, String> variables = new HashMap<>(COLLECTOR.variables());
    variables.put(name, value);
    assertThatThrownBy(() -> Tracing.start("service", variables))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("OTEL_")
        .hasMessageNotContaining("password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"always_off", "parentbased_traceidratio"})
  void theSamplerDecidesWhatIsRecorded(String sampler) {
    Map<String, String> variables = new HashMap<>(COLLECTOR.variables());
    variables.put("OTEL_TRACES_SAMPLER", sampler);
    variables.put("OTEL_TRACES_SAMPLER_ARG", "0");
    try (Tracing tracing = Tracing.start("sampled", variables)) {
      tracing.begin("GET", null, false).end("/api", 200);
    }
    assertThat(COLLECTOR.spans()).noneMatch(span -> span.service().equals("sampled"));
  }
}
