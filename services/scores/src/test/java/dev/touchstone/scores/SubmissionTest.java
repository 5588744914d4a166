package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.scores.TestJudge.JsonTest;
import dev.touchstone.scores.TestJudge.Lease;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SubmissionTest {
  private static final RunningService SERVICE = RunningService.start();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void isQueuedJudgedAndCounted() {
    Person learner = SERVICE.learner();
    long exercise = SERVICE.exercise();
    SERVICE.platform.change(exercise, Map.of("points", 50));
    long id = SERVICE.submit(learner, exercise);
    assertThat(SERVICE.submission(learner, id).path("status").asString()).isEqualTo("queued");

    Lease lease = SERVICE.judge.take();
    assertThat(lease.job()).isEqualTo(id);
    assertThat(lease.kind()).isEqualTo("submission");
    assertThat(lease.json().path("exercise_revision").asInt()).isEqualTo(3);
    assertThat(lease.json().at("/files/0/name").asString()).isEqualTo("main.py");
    assertThat(lease.json().at("/files/0/content").asString()).isEqualTo("print(1)\n");
    assertThat(SERVICE.judge.tests(lease, JsonTest.of(1, "AC")).status()).isEqualTo(204);
    assertThat(SERVICE.submission(learner, id).path("status").asString()).isEqualTo("judging");
    JsonTest[] tests = {JsonTest.of(1, "AC"), JsonTest.of(2, "WA")};
    assertThat(SERVICE.judge.finish(lease, "WA", 7.5, tests).status()).isEqualTo(204);

    JsonNode judged = SERVICE.submission(learner, id);
    assertThat(judged.path("status").asString()).isEqualTo("judged");
    assertThat(judged.path("verdict").asString()).isEqualTo("WA");
    assertThat(judged.path("points").asDouble()).isEqualTo(37.5);
    assertThat(judged.path("max_points").asDouble()).isEqualTo(50);
    assertThat(judged.path("time_ms").asLong()).isEqualTo(42);
    assertThat(judged.path("tests_done").asInt()).isEqualTo(2);
    assertThat(judged.at("/tests/1/verdict").asString()).isEqualTo("WA");
    JsonNode progress = SERVICE.get(learner, "/api/v1/progress").json();
    assertThat(progress.path("points").asDouble()).isEqualTo(37.5);
    assertThat(progress.path("attempted").asInt()).isEqualTo(1);
    assertThat(progress.at("/items/0/best_status").asString()).isEqualTo("WA");
  }
}
