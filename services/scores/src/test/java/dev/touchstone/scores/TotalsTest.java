package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any history, the totals are what a reader of all submissions would add up. */
class TotalsTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final Database DATABASE = SERVICE.database();
  private static final List<String> VERDICTS = List.of("AC", "WA", "TLE", "CE", "RTE", "JE");

  @AfterAll
  static void stop() {
    DATABASE.close();
    SERVICE.close();
  }

  private record Attempt(long user, long exercise, double points, String verdict, String time) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equalTheSumOfTheSubmissions(long seed) {
    Random random = new Random(seed);
    List<Person> learners = List.of(SERVICE.learner(), SERVICE.learner(), SERVICE.learner());
    List<Long> exercises = List.of(SERVICE.exercise(), SERVICE.exercise());
    SERVICE.platform.change(exercises.getLast(), Map.of("points", 33.4));
    Person author = SERVICE.person(Role.AUTHOR);
    List<Long> submitted = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      SERVICE.clock.advance(Duration.ofSeconds(random.nextInt(3)));
      switch (random.nextInt(5)) {
        case 0, 1 -> submitted.add(SERVICE.submit(pick(random, learners), pick(random, exercises)));
        case 2 -> {
          if (!submitted.isEmpty() && random.nextInt(3) == 0) {
            rejudge(author, pick(random, submitted));
          }
        }
        case 3 -> SERVICE.judge.named("judge-" + random.nextInt(3)).acquire(0);
        default -> judgeOne(random);
      }
    }
    SERVICE.clock.advance(Duration.ofMinutes(1)); // whatever was leased and dropped comes back
    Await.until("all leases to end", () -> open("judging") == 0);
    while (open("queued") > 0) {
      SERVICE.clock.advance(Duration.ofSeconds(6));
      judgeOne(random);
    }
    assertThat(stored()).isEqualTo(recomputed());
    for (Person learner : learners) {
      assertThat(attemptNumbers(learner)).allMatch(numbers -> isCount(numbers));
    }
  }

  private static void judgeOne(Random random) {
    FakeJudge judge = SERVICE.judge.named("judge-" + random.nextInt(3));
    Optional<Lease> lease = judge.acquire(0);
    lease.ifPresent(taken -> judge.finish(taken, pick(random, VERDICTS), random.nextInt(11)));
  }

  private static void rejudge(Person author, long id) {
    assertThat(SERVICE.rejudge(author, id).status()).isEqualTo(202);
  }

  private static int open(String status) {
    return DATABASE
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT count(*) FROM scores WHERE status = ?")
                .bind(0, status)
                .mapTo(Integer.class)
                .one());
  }

  /** What the service keeps, as text by learner and exercise, then by learner. */
  private static Map<String, String> stored() {
    Map<String, String> found = new TreeMap<>();
    DATABASE
        .jdbi()
        .useHandle(handle -> {
          handle
              .createQuery("SELECT * FROM user_exercises")
              .map((row, context) ->
                  Map.entry(
                      row.getLong("user_id") + "/" + row.getLong("exercise_id"),
                      row.getInt("total_attempts")
                          + " "
                          + row.getDouble("best_score")
                          + " "
                          + row.getString("best_status")
                          + " "
                          + row.getString("first_attempt")
                          + " "
                          + row.getString("last_attempt")))
              .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
          handle
              .createQuery("SELECT * FROM learners")
              .map((row, context) ->
                  Map.entry(
                      row.getString("user_id"),
                      "%.2f %d".formatted(row.getDouble("points"), row.getInt("solved"))))
              .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        });
    return found;
  }

  /** The same, added up here from the submissions alone. */
  private static Map<String, String> recomputed() {
    List<Attempt> attempts =
        DATABASE
            .jdbi()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT * FROM scores ORDER BY id")
                    .map((row, context) ->
                        new Attempt(
                            row.getLong("user_id"),
                            row.getLong("exercise_id"),
                            row.getString("score_points") == null
                                ? -1
                                : row.getDouble("score_points"),
                            row.getString("result_status"),
                            row.getString("submitted_at")))
                    .list());
    Map<String, String> totals = new TreeMap<>();
    Map<Long, Double> points = new TreeMap<>();
    Map<Long, Integer> solved = new TreeMap<>();
    Map<String, List<Attempt>> grouped = new TreeMap<>();
    attempts.forEach(attempt ->
        grouped
            .computeIfAbsent(attempt.user() + "/" + attempt.exercise(), key -> new ArrayList<>())
            .add(attempt));
    grouped.forEach((key, group) -> {
      double best = group.stream().mapToDouble(Attempt::points).max().orElseThrow();
      String verdict =
          List.of("AC", "WA", "RTE", "TLE", "CE", "JE").stream()
              .filter(name ->
                  group.stream()
                      .anyMatch(
                          each -> each.points() == best && Objects.equals(each.verdict(), name)))
              .findFirst()
              .orElseThrow();
      totals.put(
          key,
          group.size()
              + " "
              + Math.max(best, 0)
              + " "
              + verdict
              + " "
              + group.getFirst().time()
              + " "
              + group.getLast().time());
      long user = group.getFirst().user();
      points.merge(user, Math.max(best, 0), Double::sum);
      solved.merge(user, verdict.equals("AC") ? 1 : 0, Integer::sum);
    });
    points.forEach(
        (user, sum) -> totals.put(Long.toString(user), "%.2f %d".formatted(sum, solved.get(user))));
    return totals;
  }

  private static List<List<Integer>> attemptNumbers(Person learner) {
    return DATABASE
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT array_agg(attempt_number ORDER BY id) AS numbers FROM scores WHERE"
                        + " user_id = ? GROUP BY exercise_id")
                .bind(0, learner.id())
                .map((row, context) -> List.of((Integer[]) row.getArray("numbers").getArray()))
                .list());
  }

  private static boolean isCount(List<Integer> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) != i + 1) {
        return false;
      }
    }
    return true;
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
