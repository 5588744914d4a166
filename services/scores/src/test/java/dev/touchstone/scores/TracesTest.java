package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.trace.RecordedSpan;
import dev.touchstone.testing.trace.TraceCollector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The part of a job in the trace of the request that queued it. */
class TracesTest {
  private static final String SPAN = "00f067aa0ba902b7";
  private static final TraceCollector COLLECTOR = TraceCollector.start();
  private static final RunningService SERVICE = RunningService.traced(COLLECTOR.variables());
  private static final Person LEARNER = SERVICE.learner();

  @AfterAll
  static void stop() {
    SERVICE.close();
    COLLECTOR.close();
  }

  private static Lease submitAndTake(String traceparent) {
    byte[] body = Json.MAPPER.writeValueAsBytes(RunningService.body(SERVICE.exercise()));
    assertThat(SERVICE.submitRaw(LEARNER, body, "traceparent", traceparent).status())
        .isEqualTo(201);
    return SERVICE.judge.take();
  }

  private static void finish(Lease lease, String verdict, List<Map<String, Object>> phases) {
    Map<String, Object> result = new HashMap<>(FakeJudge.result(verdict, 10));
    result.put("phases", phases);
    assertThat(SERVICE.judge.send(lease, "result", result).status()).isEqualTo(204);
  }

  private static Map<String, Object> phase(String name, long start, long duration) {
    return Map.of("name", name, "start_us", start, "duration_us", duration);
  }

  private static List<RecordedSpan> trace(String id, String last) {
    return COLLECTOR
        .await(
            last + " of " + id,
            spans ->
                spans.stream()
                    .anyMatch(span -> span.traceId().equals(id) && span.name().equals(last)))
        .stream()
        .filter(span -> span.traceId().equals(id))
        .toList();
  }

  private static RecordedSpan named(List<RecordedSpan> trace, String name) {
    return trace.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

  private static Optional<String> traceparent(Lease lease) {
    return Optional.ofNullable(lease.json().path("traceparent").asString(null));
  }

  @Test
  void aJobHasItsWaitingAndItsJudgingInTheTraceOfItsRequest() {
    String id = "a".repeat(32);
    Lease lease = submitAndTake("00-" + id + "-" + SPAN + "-01");
    assertThat(traceparent(lease).orElseThrow()).startsWith("00-" + id);
    long beyond = 3_600_000_000L;
    finish(
        lease,
        "AC",
        List.of(
            phase("compile", 0, 400),
            Map.of(
                "name",
                "tests",
                "group",
                "secret",
                "start_us",
                400,
                "duration_us",
                beyond,
                "tests",
                3),
            phase("end", -5, 1)));
    List<RecordedSpan> trace = trace(id, "end");
    RecordedSpan request = named(trace, "POST /api/v1/submissions");
    RecordedSpan queue = named(trace, "queue");
    RecordedSpan judge = named(trace, "judge");
    RecordedSpan tests = named(trace, "tests");
    assertThat(request.parentId()).isEqualTo(SPAN);
    assertThat(queue.parentId()).isEqualTo(request.spanId());
    assertThat(judge.parentId()).isEqualTo(request.spanId());
    assertThat(judge.start()).isEqualTo(queue.end());
    assertThat(judge.attributes())
        .containsEntry("touchstone.verdict", "AC")
        .containsEntry("touchstone.judge", "judge-1");
    assertThat(tests.attributes())
        .containsEntry("touchstone.group", "secret")
        .containsEntry("touchstone.tests", "3");
    // Whatever a judge reports, it is within its lease.
    assertThat(trace)
        .filteredOn(span -> span.parentId().equals(judge.spanId()))
        .hasSize(3)
        .allMatch(span -> span.start() >= judge.start() && span.end() <= judge.end())
        .allMatch(span -> span.start() <= span.end());
    assertThat(trace).anyMatch(span -> span.name().equals("INSERT"));
    assertThat(COLLECTOR.everything()).doesNotContain("print(1)", LEARNER.username());
  }

  @Test
  void aFailedAttemptIsAFailure() {
    String id = "b".repeat(32);
    Lease lease = submitAndTake("00-" + id + "-" + SPAN + "-01");
    finish(lease, "JE", List.of());
    RecordedSpan judge = named(trace(id, "judge"), "judge");
    assertThat(judge.failed()).isTrue();
    assertThat(judge.attributes()).containsEntry("touchstone.attempt", "1");
    assertThat(COLLECTOR.everything()).doesNotContain("the disk is full");
    finish(SERVICE.judge.named("judge-2").take(), "AC", List.of());
  }

  @Test
  void whatIsNotSampledIsNotKept() {
    assertThat(traceparent(submitAndTake("00-" + "c".repeat(32) + "-" + SPAN + "-00"))).isEmpty();
    assertThat(traceparent(submitAndTake("malformed"))).isEmpty();
  }
}
