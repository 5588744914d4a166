package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.system.FiveProcesses.Part;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.trace.RecordedSpan;
import dev.touchstone.testing.trace.TraceCollector;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One submission on its way through five processes and back, as a collector and the logs show it.
 */
class TelemetryTest {
  private static final TraceCollector COLLECTOR = TraceCollector.start();

  /** A stranger's, which must not become ours. */
  private static final String OFFERED = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final String CODE_MARKER = "code-marker-5e21";

  /** What a test of ours sends and keeps, and an operator has no business to read. */
  private static final List<String> PRIVATE =
      List.of(
          CODE_MARKER,
          "input-marker-5e22",
          Exercises.HIDDEN_MARKER,
          Exercises.SOLUTION_MARKER,
          "@example.org",
          "trường làng",
          "of-this-test-only-0123456789abcdef",
          "postgres:postgres");

  @TempDir private static Path folder;
  private static final Map<String, String> metrics = new TreeMap<>();

  private static List<RecordedSpan> trace = List.of();
  private static String logs = "";
  private static List<JsonNode> lines = List.of();
  private static @Nullable String token;
  private static long userId;

  @BeforeAll
  static void submit() {
    Map<String, String> settings = new HashMap<>(COLLECTOR.variables());
    settings.put("TOUCHSTONE_LOG_FORMAT", "json");
    FiveProcesses platform = FiveProcesses.start(folder, settings, Map.of());
    try (platform) {
      Learner learner = Learner.register(platform::probe);
      token = learner.token();
      userId = learner.get("/api/v1/users/me").path("id").asLong();
      String source = "print(f'Hello, {input()}!') # " + CODE_MARKER;
      HttpProbe.Answer answer = submit(learner, source);
      learner.judged(answer.json().path("id").asLong());
      learner.run(learner.exercise(), "python3", source, "input-marker-5e22");
      trace = trace(answer.header("X-Request-Id"));
      awaitCounts(platform);
      for (Part part : Part.values()) {
        metrics.put(name(part), platform.adminProbe(part).get("/metrics").text());
      }
    }
    logs =
        Stream.of(Part.values())
            .map(part -> platform.program(part).output())
            .collect(Collectors.joining("\n"));
    lines = logs.lines().flatMap(TelemetryTest::parsed).toList();
  }

  @AfterAll
  static void stop() {
    COLLECTOR.close();
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happens once a minute, or after an answer. */
  private static void awaitCounts(FiveProcesses platform) {
    Await.until(
        "the learner to be counted",
        () ->
            platform
                .adminProbe(Part.SCORES)
                .get("/metrics")
                .text()
                .contains("scores_completions_total"));
    Await.until(
        "the judge to have counted its work",
        () -> platform.adminProbe(Part.JUDGE).get("/metrics").text().contains("kind=\"run\""));
  }

  private static HttpProbe.Answer submit(Learner learner, String source) {
    Map<String, Object> body =
        Map.of("exercise_id", learner.exercise(), "language", "python3", "source", source);
    HttpProbe.Answer answer =
        learner
            .probe()
            .send(
                learner
                    .probe()
                    .request("/api/v1/submissions")
                    .header("Content-Type", "application/json")
                    .header("traceparent", "00-" + OFFERED + "-00f067aa0ba902b7-01")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  /** The trace of a request, once the result of its judging has come in. */
  private static List<RecordedSpan> trace(String requestId) {
    Await.until(
        "the result in the trace", () -> of(requestId).stream().anyMatch(TelemetryTest::isResult));
    return of(requestId);
  }

  private static List<RecordedSpan> of(String requestId) {
    List<RecordedSpan> spans = COLLECTOR.spans();
    Set<String> traces =
        spans.stream()
            .filter(span -> requestId.equals(span.attributes().get("touchstone.request_id")))
            .map(RecordedSpan::traceId)
            .collect(Collectors.toSet());
    return spans.stream().filter(span -> traces.contains(span.traceId())).toList();
  }

  private static boolean isResult(RecordedSpan span) {
    return span.name().equals("POST /internal/v1/leases/{lease}/result");
  }

  private static Stream<JsonNode> parsed(String line) {
    try {
      return Stream.of(Json.TOLERANT.readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException e) { // text that the JVM printed
      return Stream.empty();
    }
  }

  private static RecordedSpan span(String service, String name) {
    return trace.stream()
        .filter(span -> span.service().equals(service) && span.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " of " + service + " is not in " + trace));
  }

  private static boolean hasBelow(RecordedSpan above, String service, String... names) {
    Set<String> wanted = Set.of(names);
    return trace.stream()
        .anyMatch(span ->
            span.service().equals(service)
                && wanted.contains(span.name())
                && span.isBelow(above, trace));
  }

  @Test
  void oneTraceLeadsFromTheGatewayToTheVerdict() {
    RecordedSpan request = span("gateway", "POST submissions");
    RecordedSpan submission = span("scores", "POST /api/v1/submissions");
    RecordedSpan judge = span("scores", "judge");
    assertThat(trace).extracting(RecordedSpan::traceId).containsOnly(request.traceId());
    assertThat(trace).allMatch(span -> span.equals(request) || span.isBelow(request, trace));
    assertThat(submission.isBelow(span("gateway", "POST"), trace)).isTrue();
    assertThat(hasBelow(submission, "exercises", "GET /internal/v1/exercises/{id}")).isTrue();
    assertThat(hasBelow(submission, "scores", "INSERT")).isTrue();
    assertThat(span("scores", "queue").isBelow(submission, trace)).isTrue();
    assertThat(judge.attributes()).containsEntry("touchstone.verdict", "AC");
    for (String part : List.of("fetch", "compile", "tests")) {
      assertThat(span("scores", part).parentId()).as(part).isEqualTo(judge.spanId());
    }
    // What the judge fetched on the learner's behalf, and the result's way into the database.
    assertThat(trace)
        .anyMatch(span ->
            span.service().equals("exercises")
                && span.name().startsWith("GET /internal/v1/")
                && span.name().contains("revisions"));
    RecordedSpan result = trace.stream().filter(TelemetryTest::isResult).findFirst().orElseThrow();
    assertThat(hasBelow(result, "scores", "WITH", "UPDATE")).isTrue();
  }

  @Test
  void aStrangersTraceIsOnlyNamed() {
    assertThat(span("gateway", "POST submissions").links()).containsExactly(OFFERED);
    assertThat(COLLECTOR.spans()).noneMatch(span -> span.traceId().equals(OFFERED));
  }

  @Test
  void everyTraceBeginsAtTheGateway() {
    assertThat(COLLECTOR.spans())
        .filteredOn(span -> span.parentId().isEmpty())
        .isNotEmpty()
        .allMatch(span -> span.service().equals("gateway"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "scores", "exercises"})
  void logLinesNameRequestTraceAndUser(String service) {
    List<JsonNode> ofTrace =
        lines.stream()
            .filter(line -> line.path("service").asString("").equals(service))
            .filter(line -> line.path("trace_id").asString("").equals(trace.getFirst().traceId()))
            .toList();
    assertThat(ofTrace)
        .isNotEmpty()
        .allMatch(line -> !line.path("request_id").asString("").isEmpty())
        .allMatch(line -> !line.path("span_id").asString("").isEmpty());
    if (!service.equals("exercises")) { // which another service asked, on nobody's behalf
      assertThat(ofTrace)
          .anyMatch(line -> line.path("user_id").asString("").equals(Long.toString(userId)));
    }
  }

  @Test
  void logLinesHaveTheFieldsThatAreDocumented() {
    Set<String> documented =
        OperationsTables.firstColumn("### Log lines").stream().collect(Collectors.toSet());
    Set<String> found = new HashSet<>();
    lines.forEach(line -> found.addAll(line.propertyNames()));
    assertThat(documented).containsAll(found);
    assertThat(found)
        .contains("@timestamp", "level", "service", "message", "request_id", "trace_id", "user_id");
    assertThat(lines).allMatch(line -> !line.path("service").asString("").isEmpty());
  }

  @Test
  void metricsAreThoseThatAreDocumented() {
    List<MetricFamily> documented =
        OperationsTables.rows("### All metrics").stream().map(TelemetryTest::documented).toList();
    assertThat(documented).extracting(MetricFamily::name).doesNotHaveDuplicates();
    assertThat(MetricFamily.read(metrics)).containsExactlyInAnyOrderElementsOf(documented);
  }

  private static MetricFamily documented(List<String> row) {
    Set<String> services =
        row.get(4).equals("all")
            ? metrics.keySet()
            : new TreeSet<>(OperationsTables.names(row.get(4)));
    return new MetricFamily(
        OperationsTables.names(row.get(0)).getFirst(),
        row.get(1),
        new TreeSet<>(OperationsTables.names(row.get(2))),
        services);
  }

  @Test
  void businessFiguresCountTheLearner() {
    assertThat(metrics.get("scores"))
        .containsPattern(
            "scores_completions_total\\{attempt=\"first\",exercise=\"\\d+\".*\\} 1\\.0")
        .containsPattern("scores_judged_seconds_count\\{lane=\"submission\".*verdict=\"AC\"\\} 1");
  }

  @Test
  void nothingPrivateIsInSpansAndLogs() {
    String everything = COLLECTOR.everything() + logs;
    assertThat(everything).contains("POST submissions");
    for (String text : PRIVATE) {
      assertThat(everything.contains(text)).as(text + " is in a span or log line").isFalse();
    }
    String signature = Objects.requireNonNull(token).replaceFirst(".*\\.", "");
    assertThat(everything.contains(signature)).as("an access token").isFalse();
  }
}
