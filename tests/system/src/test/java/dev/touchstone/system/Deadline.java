package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Two learners who submit a lot at once: some is being judged while the rest waits. */
final class Deadline {
  private static final int ROUNDS = 3;

  /** Slow enough that a kill finds it running, by sleeping and so without using up the CPU time. */
  private static final String SLOW = "import time\ntime.sleep(0.3)\nprint(f'Hello, {input()}!')";

  private static final List<Program> PROGRAMS =
      List.of(
          new Program(SLOW, "AC", true),
          new Program("print('Hello, Anna!')", "WA", false),
          new Program("raise ValueError", "RTE", false));

  private final List<Learner> learners;
  private final Map<Long, Expected> expected = new LinkedHashMap<>();

  private Deadline(List<Learner> learners) {
    this.learners = learners;
  }

  private record Program(String source, String verdict, boolean solves) {}

  private record Expected(Learner learner, Program program, String key) {}

  /** Submits everything. */
  static Deadline rush(Supplier<HttpProbe> platform) {
    Deadline deadline =
        new Deadline(List.of(Learner.register(platform), Learner.register(platform)));
    for (int round = 0; round < ROUNDS; round++) {
      for (Learner learner : deadline.learners) {
        for (Program program : PROGRAMS) {
          deadline.submit(learner, program);
        }
      }
    }
    return deadline;
  }

  /** Waits until one is judged and another one is in a judge's hands; some wait. */
  void awaitJudging() {
    Await.until(
        "one submission to be judged while another one is being judged",
        () -> {
          List<String> states = learners.stream().flatMap(Deadline::states).toList();
          if (!states.contains("queued")) {
            // The judges were faster than this looked.
            submit(learners.getFirst(), PROGRAMS.getFirst());
          }
          return states.contains("judged")
              && states.contains("judging")
              && states.contains("queued");
        });
  }

  /** Repeats every request, as a browser does that got no answer: nothing new may come of it. */
  void submitAllAgain() {
    expected.forEach((id, each) ->
        assertThat(
                each.learner()
                    .submit(
                        each.learner().exercise(),
                        "python3",
                        each.program().source(),
                        Optional.of(each.key()))
                    .json()
                    .path("id")
                    .asLong())
            .isEqualTo(id));
  }

  void signInAgain() {
    learners.forEach(Learner::signInAgain);
  }

  /** Waits for all verdicts, and checks each and what learners are shown of all together. */
  void requireEveryVerdictOnce() {
    expected.forEach((id, each) -> {
      JsonNode judged = each.learner().judged(id);
      assertThat(judged.path("verdict").asString())
          .as(judged.toString())
          .isEqualTo(each.program().verdict());
      assertThat(judged.path("points").asDouble())
          .isEqualTo(each.program().solves() ? Exercises.POINTS : 0);
    });
    for (Learner learner : learners) {
      int attempts =
          (int) expected.values().stream().filter(each -> each.learner() == learner).count();
      JsonNode listed = listed(learner);
      assertThat(listed.size()).isEqualTo(attempts);
      assertThat(listed.valueStream().map(item -> item.path("attempt_number").asInt()).sorted())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, attempts).boxed().toList());
      JsonNode progress = learner.get("/api/v1/progress");
      assertThat(progress.path("points").asDouble()).isEqualTo(Exercises.POINTS);
      assertThat(progress.path("items").path(0).path("total_attempts").asInt()).isEqualTo(attempts);
      assertThat(learner.get("/api/v1/leaderboard").path("me").path("points").asDouble())
          .isEqualTo(Exercises.POINTS);
    }
  }

  /** The database agrees: rows, attempts and recomputed sums match the stored ones. */
  void requireAgreement(Supplier<Connection> database) {
    try (Connection connection = database.get()) {
      requireConsistent(connection);
      assertThat(
              count(
                  connection,
                  "SELECT count(*) FROM scores WHERE id IN ("
                      + String.join(",", expected.keySet().stream().map(String::valueOf).toList())
                      + ")"))
          .isEqualTo(expected.size());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything is judged, each test once, and the stored sums are those of the rows. */
  static void requireConsistent(Connection connection) throws SQLException {
    String attempts =
        """
        SELECT count(*) FROM (
          SELECT user_id, exercise_id, count(*) AS attempts, max(score_points) AS best,
            max(attempt_number) AS last
          FROM scores GROUP BY user_id, exercise_id) counted
        JOIN user_exercises USING (user_id, exercise_id)
        WHERE attempts <> total_attempts OR attempts <> last OR best IS DISTINCT FROM best_score
        """;
    String sums =
        """
        SELECT count(*) FROM learners
        WHERE points <> (SELECT coalesce(sum(best_score), 0) FROM user_exercises kept
                         WHERE kept.user_id = learners.user_id)
        """;
    String testsTwice =
        "SELECT count(*) FROM (SELECT FROM score_tests GROUP BY job_id, test_index HAVING count(*) > 1) twice";
    String unfinished = "SELECT count(*) FROM scores WHERE status <> 'judged'";
    for (String query : List.of(attempts, sums, testsTwice, unfinished)) {
      assertThat(count(connection, query)).as(query).isZero();
    }
  }

  /** When each of those judged so far was judged. */
  Map<Long, String> judgedAt() {
    Map<Long, String> times = new LinkedHashMap<>();
    expected.forEach((id, each) -> {
      JsonNode state = each.learner().get("/api/v1/submissions/" + id);
      if (state.path("status").asString().equals("judged")) {
        times.put(id, state.path("judged_at").asString());
      }
    });
    return times;
  }

  private void submit(Learner learner, Program program) {
    String key = "press-" + expected.size();
    long id =
        learner
            .submit(learner.exercise(), "python3", program.source(), Optional.of(key))
            .json()
            .path("id")
            .asLong();
    expected.put(id, new Expected(learner, program, key));
  }

  private static Stream<String> states(Learner learner) {
    return listed(learner).valueStream().map(item -> item.path("status").asString());
  }

  private static JsonNode listed(Learner learner) {
    return learner.get("/api/v1/submissions?limit=200").path("items");
  }

  private static long count(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
