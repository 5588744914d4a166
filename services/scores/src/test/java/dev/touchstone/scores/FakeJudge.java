package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Talks to the queue as a judge does and reports the verdict that a test chooses. */
record FakeJudge(RunningService service, String name) {
  static final List<String> LANGUAGES = List.of("python3", "java", "c", "cpp", "javascript");
  private static final String LEASES = "/internal/v1/leases";

  FakeJudge named(String other) {
    return new FakeJudge(service, other);
  }

  /** Work that this judge has. */
  record Lease(JsonNode json) {
    String id() {
      return json.path("lease_id").asString();
    }

    long token() {
      return json.path("fencing_token").asLong();
    }

    String kind() {
      return json.path("kind").asString();
    }

    /** The id of the submission or run. */
    long job() {
      return Long.parseLong(id().substring(id().indexOf('-') + 1));
    }
  }

  Optional<Lease> acquire(List<String> languages, List<String> lanes, long waitMs) {
    HttpProbe.Answer answer =
        service.postAsJudge(
            LEASES,
            LEASES,
            Map.of("judge", name, "languages", languages, "lanes", lanes, "wait_ms", waitMs));
    assertThat(answer.status()).as(answer.text()).isIn(200, 204);
    return answer.status() == 204 ? Optional.empty() : Optional.of(new Lease(answer.json()));
  }

  Optional<Lease> acquire(long waitMs) {
    return acquire(LANGUAGES, List.of("run", "submission"), waitMs);
  }

  /** Takes work that must be there or come soon. */
  Lease take() {
    return acquire(20_000).orElseThrow();
  }

  HttpProbe.Answer send(Lease lease, String what, Map<String, ?> body) {
    Map<String, Object> whole = new HashMap<>(body);
    whole.putIfAbsent("fencing_token", lease.token());
    return service.postAsJudge(
        LEASES + "/" + lease.id() + "/" + what, LEASES + "/{lease}/" + what, whole);
  }

  HttpProbe.Answer heartbeat(Lease lease) {
    return send(lease, "heartbeat", Map.of());
  }

  HttpProbe.Answer tests(Lease lease, JsonTest... tests) {
    return send(lease, "events", Map.of("tests", List.of(tests)));
  }

  HttpProbe.Answer finish(Lease lease, String verdict, double points, JsonTest... tests) {
    return send(lease, "result", result(verdict, points, tests));
  }

  static Map<String, Object> result(String verdict, double points, JsonTest... tests) {
    Map<String, Object> result = new HashMap<>();
    result.put("verdict", verdict);
    result.put("points", points);
    result.put("max_points", 10.0);
    result.put("cpu_ms", 42);
    result.put("wall_ms", 60);
    result.put("memory_kib", 9000);
    result.put("compile_output", "");
    result.put("feedback_message", verdict.equals("JE") ? "the disk is full" : null);
    result.put("tests", List.of(tests));
    result.put("output", null);
    return result;
  }

  /** A test's result as the judge sends it. */
  record JsonTest(
      int index,
      String name,
      String group,
      boolean sample,
      String verdict,
      double points,
      long timeMs,
      long wallMs,
      long memoryKib,
      @Nullable Integer exitCode,
      @Nullable Integer signal,
      @Nullable Map<String, String> feedback) {
    /** One that a learner may see at once. */
    static JsonTest of(int index, String verdict) {
      return new JsonTest(
          index, "sample/" + index, "sample", true, verdict, 1, 12, 14, 8000, 0, null, null);
    }

    static JsonTest hidden(int index, String verdict) {
      return new JsonTest(
          index, "secret/" + index, "secret", false, verdict, 1, 12, 14, 8000, 0, null, null);
    }

    JsonTest withFeedback(Map<String, String> shown) {
      return new JsonTest(
          index, name, group, sample, verdict, points, timeMs, wallMs, memoryKib, exitCode, signal,
          shown);
    }
  }
}
