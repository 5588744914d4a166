package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.RunningService.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * JSON in the database as the first version stored it, in {@code frozen/1}. It must stay readable.
 */
class FrozenRowsTest {
  private static JsonNode frozen(String name) {
    return Json.MAPPER.readTree(FrozenRowsTest.class.getResourceAsStream("/frozen/1/" + name));
  }

  @Test
  void testsOfASubmissionAreShownAsTheyWereStored() {
    try (RunningService service = RunningService.start();
        Database database = service.database()) {
      Person learner = service.learner();
      long id = service.submit(learner, service.exercise());
      service.judge.finish(service.judge.take(), "WA", 5);
      JsonNode first = frozen("test.json");
      JsonNode second = frozen("test-verdict-alone.json");
      database
          .jdbi()
          .useHandle(handle -> {
            handle.execute(
                "UPDATE scores SET submission_data = CAST(? AS json) WHERE id = ?",
                frozen("program-submission.json").toString(),
                id);
            for (JsonNode test : List.of(first, second)) {
              handle.execute(
                  "INSERT INTO score_tests VALUES (?, ?, ?, CAST(? AS jsonb))",
                  id,
                  test.path("index").asInt(),
                  100 + test.path("index").asInt(),
                  test.toString());
            }
          });
      JsonNode shown = service.submission(learner, id);
      assertThat(shown.path("tests").valueStream().toList()).containsExactly(first, second);
      assertThat(shown.path("files")).isEqualTo(frozen("program-submission.json").path("files"));
    }
  }

  @Test
  void programAndOutputOfARunAreReadAsTheyWereStored() {
    try (RunningService service = RunningService.start();
        Database database = service.database()) {
      Person learner = service.learner();
      Map<String, Object> body = new HashMap<>(RunningService.body(service.exercise()));
      body.put("input", "other");
      long id =
          service.post(learner, "/api/v1/runs", "/api/v1/runs", body).json().path("id").asLong();
      database
          .jdbi()
          .useHandle(handle ->
              handle.execute(
                  """
                  UPDATE runs SET submission_data = CAST(? AS json), output = CAST(? AS jsonb)
                  WHERE id = ?
                  """,
                  frozen("program-run.json").toString(),
                  frozen("output.json").toString(),
                  id));
      JsonNode lease = service.judge.take().json();
      assertThat(lease.path("files")).isEqualTo(frozen("program-run.json").path("files"));
      assertThat(lease.path("input").asString()).isEqualTo("1 2\n");
      JsonNode run = service.get(learner, "/api/v1/runs/" + id, "/api/v1/runs/{id}").json();
      assertThat(run.path("output")).isEqualTo(frozen("output.json"));
    }
  }

  @Test
  void aVerdictThatOnlyANewerVersionKnowsIsShownAsAFailureOfTheJudge() {
    try (RunningService service = RunningService.start();
        Database database = service.database()) {
      Person learner = service.learner();
      long id = service.submit(learner, service.exercise());
      service.judge.finish(service.judge.take(), "WA", 5);
      database
          .jdbi()
          .useHandle(
              handle -> handle.execute("UPDATE scores SET result_status = 'NEW' WHERE id = ?", id));
      assertThat(service.submission(learner, id).path("verdict").asString())
          .isEqualTo(Verdict.JE.name());
    }
  }
}
