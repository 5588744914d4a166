package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PersonalDataTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final Database DATABASE = SERVICE.database();
  private static final String OWN = "/api/v1/progress/data";

  private final Person learner = SERVICE.learner();
  private final Person teacher = SERVICE.person(Role.AUTHOR);
  private final long exercise = SERVICE.exercise();

  @AfterAll
  static void stop() {
    DATABASE.close();
    SERVICE.close();
  }

  /** Leaves rows about both in every table. */
  @BeforeEach
  void work() {
    for (int i = 0; i < 25; i++) { // more than are read at once
      SERVICE.submit(learner, exercise);
      SERVICE.judge.finish(SERVICE.judge.take(), "AC", 10, JsonTest.of(1, "AC"));
    }
    long id = SERVICE.submit(learner, exercise);
    SERVICE.judge.finish(SERVICE.judge.take(), "WA", 0);
    for (Person by : List.of(teacher, learner)) {
      Map<String, Object> comment = Map.of("line", 1, "text", "By " + by.username());
      String path = "/api/v1/submissions/";
      SERVICE.post(by, path + id + "/comments", path + "{id}/comments", comment);
    }
    SERVICE.send(
        learner,
        "PUT",
        "/api/v1/drafts/" + exercise + "/python3",
        "/api/v1/drafts/{id}/{language}",
        Map.of("source", "draft"),
        "If-None-Match",
        "*");
    SERVICE.platform.guide(exercise, Map.of("hints", List.of(Map.of("en", "Think."))));
    String guidance = "/api/v1/progress/exercises/";
    SERVICE.post(
        learner, guidance + exercise + "/hints", guidance + "{id}/hints", Map.of("number", 1));
    SERVICE.post(learner, "/api/v1/runs", "/api/v1/runs", RunningService.body(exercise));
    SERVICE.judge.finish(SERVICE.judge.take(), "AC", 10);
    String rejudge = "/api/v1/submissions/rejudge";
    SERVICE.post(teacher, rejudge, rejudge, Map.of("exercise_id", exercise));
    for (int i = 0; i < 26; i++) {
      SERVICE.judge.finish(SERVICE.judge.take(), "AC", 10, JsonTest.of(1, "AC"));
    }
  }

  @Test
  void aPersonGetsEverything() {
    JsonNode own = SERVICE.get(learner, OWN).json();
    assertThat(own.at("/learner/0/username").asString()).isEqualTo(learner.username());
    assertThat(own.at("/progress/0/total_attempts").asInt()).isEqualTo(26);
    assertThat(own.path("submissions")).hasSize(26);
    assertThat(own.at("/submissions/0/submission_data/files/0/content").asString())
        .isEqualTo("print(1)\n");
    assertThat(own.at("/submissions/0/tests/0/verdict").asString()).isEqualTo("AC");
    assertThat(own.path("runs")).hasSize(1);
    assertThat(own.at("/hints/0/hint").asInt()).isEqualTo(1);
    assertThat(own.at("/drafts/0/data/files/0/content").asString()).isEqualTo("draft");
    assertThat(own.at("/comments_written/0/text").asString()).startsWith("By learner");
    assertThat(own.at("/comments_received/0/text").asString()).startsWith("By author");
    assertThat(own.at("/comments_received/0").has("username")).as("others' names").isFalse();
    assertThat(own.path("comment_notices")).hasSize(1);
    assertThat(SERVICE.get(teacher, OWN).json().path("rejudgings")).hasSize(1);
  }

  /** A table that gets a column for a person's id later must be thought of here, too. */
  @Test
  void nothingIsLeftOfWhoeverIsDeleted() {
    SERVICE.submit(learner, exercise);
    Lease lease = SERVICE.judge.take();
    SERVICE.platform.deleteAccount(learner.id());
    SERVICE.platform.deleteAccount(teacher.id());
    SERVICE.service.followDeletedAccounts();
    assertThat(SERVICE.judge.finish(lease, "AC", 10).code()).isEqualTo("lease_lost");
    for (String[] column : columnsOfPersons()) {
      String sql = "SELECT count(*) FROM %s WHERE %s IN (?, ?)".formatted(column[0], column[1]);
      long rows =
          DATABASE
              .jdbi()
              .withHandle(handle ->
                  handle
                      .createQuery(sql)
                      .bind(0, learner.id())
                      .bind(1, teacher.id())
                      .mapTo(Long.class)
                      .one());
      assertThat(rows).as(column[0] + "." + column[1]).isZero();
    }
    for (String table : List.of("score_tests", "rejudged_scores")) {
      assertThat(count("SELECT count(*) FROM " + table))
          .as(table + " of submissions that are gone")
          .isEqualTo(countOfOthers(table));
    }
  }

  private static long countOfOthers(String table) {
    String id = table.equals("score_tests") ? "job_id" : "submission_id";
    return count("SELECT count(*) FROM " + table + " JOIN scores ON scores.id = " + id);
  }

  private static long count(String sql) {
    return DATABASE.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static List<String[]> columnsOfPersons() {
    List<String[]> columns =
        DATABASE
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery(
                        """
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'public'
                          AND column_name IN ('user_id', 'started_by', 'flow')
                        """)
                    .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
                    .list());
    assertThat(columns).hasSizeGreaterThanOrEqualTo(9);
    return columns;
  }

  /** Two processes follow the same list; each goes on where the other has stopped. */
  @Test
  void theListIsFollowedFromWhereItStopped() {
    SERVICE.platform.deleteAccount(learner.id());
    SERVICE.service.followDeletedAccounts();
    SERVICE.submit(learner, exercise);
    try (RunningService other = SERVICE.another()) {
      other.service.followDeletedAccounts();
    }
    assertThat(SERVICE.get(learner, OWN).json().path("submissions"))
        .as("read once only")
        .hasSize(1);
  }

  @Test
  void isForThePersonOnly() {
    assertThat(RunningService.checked("GET", OWN, SERVICE.probe.get(OWN)).status()).isEqualTo(401);
  }
}
