package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IdempotencyTest {
  private static final RunningService SERVICE =
      RunningService.start(Map.of("TOUCHSTONE_MOST_QUEUED", "25"));
  private static final String PATH = "/api/v1/submissions";
  private final Person learner = SERVICE.learner();
  private final long exercise = SERVICE.exercise();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private HttpProbe.Answer submit(Person by, String key, String source) {
    String body =
        "{\"exercise_id\":%d,\"language\":\"python3\",\"source\":\"%s\"}"
            .formatted(exercise, source);
    return SERVICE.submitRaw(by, body.getBytes(StandardCharsets.UTF_8), "Idempotency-Key", key);
  }

  @Test
  void theSameKeyGivesTheSameSubmission() {
    HttpProbe.Answer first = submit(learner, "k1", "print(1)");
    HttpProbe.Answer second = submit(learner, "k1", "print(1)");
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(submit(learner, "k2", "print(1)").json().path("attempt_number").asInt())
        .isEqualTo(2);
  }

  @Test
  void theSameKeyWithOtherContentIsAConflict() {
    submit(learner, "k1", "print(1)");
    HttpProbe.Answer answer = submit(learner, "k1", "print(2)");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("idempotency_conflict");
  }

  @Test
  void keysOfDifferentLearnersAreDifferent() {
    JsonNode mine = submit(learner, "k1", "print(1)").json();
    JsonNode other = submit(SERVICE.learner(), "k1", "print(2)").json();
    assertThat(other.path("id")).isNotEqualTo(mine.path("id"));
  }

  @Test
  void badKeysAreRefused() {
    assertThat(submit(learner, "x".repeat(201), "print(1)").code()).isEqualTo("invalid_request");
    assertThat(submit(learner, "two words", "print(1)").code()).isEqualTo("invalid_request");
  }

  @Test
  void aKeySentManyTimesAtOnceMakesOneSubmission() {
    List<JsonNode> answers =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> submit(learner, "k1", "print(1)").json())
            .toList();
    assertThat(answers.stream().map(answer -> answer.path("id").asLong()).distinct()).hasSize(1);
    assertThat(SERVICE.get(learner, PATH).json().path("items")).hasSize(1);
  }

  @Test
  void attemptsSentAtOnceAreNumberedWithoutGapsOrDoubles() {
    List<Integer> numbers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i ->
                submit(learner, "k" + i, "print(" + i + ")").json().path("attempt_number").asInt())
            .sorted()
            .toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void aLearnerMayQueueOnlySoMuch() {
    for (int i = 0; i < 25; i++) {
      assertThat(submit(learner, "k" + i, "print(1)").status()).isEqualTo(201);
    }
    HttpProbe.Answer answer = submit(learner, "one-too-many", "print(1)");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too_many_queued");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(submit(learner, "k3", "print(1)").status()).as("a repetition").isEqualTo(200);
    assertThat(submit(SERVICE.learner(), "k", "print(1)").status()).isEqualTo(201);
  }
}
