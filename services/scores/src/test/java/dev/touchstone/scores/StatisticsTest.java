package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatisticsTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String EXERCISES = "/api/v1/statistics/exercises/";
  private static final String MANY = "/api/v1/statistics/exercises";
  private static final String LEARNERS = "/api/v1/statistics/learners/";

  private final Person author = SERVICE.person(Role.AUTHOR);
  private final Person learner = SERVICE.learner();
  private final long exercise = SERVICE.exercise();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** Leaves nothing behind in the queue that the next test would get. */
  @AfterEach
  void judgeTheRest() {
    for (var lease = SERVICE.judge.acquire(0); lease.isPresent(); ) {
      SERVICE.judge.finish(lease.get(), "AC", 10);
      lease = SERVICE.judge.acquire(0);
    }
  }

  private HttpProbe.Answer details(Person by, String query) {
    String path = EXERCISES + exercise + "/details";
    return SERVICE.get(by, path + query, EXERCISES + "{id}/details");
  }

  private void accepted(long cpuMs) {
    SERVICE.submit(learner, exercise);
    Map<String, Object> result = new HashMap<>(FakeJudge.result("AC", 10));
    result.put("cpu_ms", cpuMs);
    SERVICE.judge.send(SERVICE.judge.take(), "result", result);
  }

  private void failed(JsonTest... tests) {
    SERVICE.submit(learner, exercise);
    SERVICE.judge.finish(SERVICE.judge.take(), tests[tests.length - 1].verdict(), 0, tests);
  }

  @Test
  void timesAreCountedByTenthsOfTheLimit() {
    for (long time : new long[] {0, 99, 100, 999, 1000, 5000}) {
      accepted(time);
    }
    failed(JsonTest.of(1, "TLE"));
    JsonNode times = details(author, "?limit_ms=1000").json().path("times");
    assertThat(counts(times)).containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2);
    assertThat(times.at("/buckets/1/from_ms").asInt()).isEqualTo(100);
    assertThat(times.at("/buckets/1/to_ms").asInt()).isEqualTo(200);
    assertThat(times.at("/buckets/10/to_ms").isNull()).isTrue();
    times = details(author, "").json().path("times");
    assertThat(times.path("limit_ms").asInt()).isEqualTo(5001);
    assertThat(counts(times)).containsExactly(3, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0);
  }

  /** A bucket says from and to in whole milliseconds; what it counts must be between them. */
  @Test
  void limitsThatAreNotMultiplesOfTenAreDividedAsTheBucketsSay() {
    IntStream.range(0, 8).forEach(this::accepted);
    JsonNode times = details(author, "?limit_ms=7").json().path("times");
    for (JsonNode bucket : times.path("buckets")) {
      long from = bucket.path("from_ms").asLong();
      long to = bucket.path("to_ms").isNull() ? 8 : bucket.path("to_ms").asLong();
      assertThat(bucket.path("submissions").asLong()).as(bucket.toString()).isEqualTo(to - from);
    }
  }

  private static List<Integer> counts(JsonNode times) {
    return times
        .path("buckets")
        .valueStream()
        .map(bucket -> bucket.path("submissions").asInt())
        .toList();
  }

  @Test
  void theHardestTestIsTheOneThatMostFailedFirst() {
    failed(JsonTest.of(1, "AC"), JsonTest.hidden(2, "RTE"), JsonTest.hidden(3, "WA"));
    failed(JsonTest.of(1, "AC"), JsonTest.hidden(2, "WA"));
    failed(JsonTest.of(1, "WA"), JsonTest.hidden(2, "WA"));
    accepted(1);
    JsonNode figures = details(author, "").json();
    assertThat(figures.path("attempts").asInt()).isEqualTo(4);
    assertThat(figures.path("pass_rate").asDouble()).isEqualTo(1);
    JsonNode failures = figures.path("failures");
    assertThat(failures.path("submissions").asInt()).isEqualTo(3);
    assertThat(failures.at("/tests/0/name").asString()).isEqualTo("secret/2");
    assertThat(failures.at("/tests/0/submissions").asInt()).isEqualTo(2);
    assertThat(failures.at("/tests/1/name").asString()).isEqualTo("sample/1");
    assertThat(failures.at("/tests/1/sample").asBoolean()).isTrue();
    assertThat(failures.path("outputs")).isEmpty();
  }

  @Test
  void outputsThatSeveralHaveInCommonAreShown() {
    for (String output : List.of("41\n", "43\n", "41\n")) {
      failed(JsonTest.of(1, "WA").withFeedback(Map.of("actual", output, "expected", "42\n")));
    }
    JsonNode outputs = details(author, "").json().at("/failures/outputs");
    assertThat(outputs).hasSize(1);
    assertThat(outputs.at("/0/output").asString()).isEqualTo("41\n");
    assertThat(outputs.at("/0/expected").asString()).isEqualTo("42\n");
    assertThat(outputs.at("/0/submissions").asInt()).isEqualTo(2);
  }

  @Test
  void detailsAreForAuthorsAndEmptyWithoutSubmissions() {
    JsonNode none = details(author, "").json();
    assertThat(none.path("pass_rate").isNull()).isTrue();
    assertThat(none.at("/times/limit_ms").asInt()).isEqualTo(1);
    assertThat(details(learner, "").code()).isEqualTo("forbidden");
    assertThat(details(author, "?limit_ms=0").code()).isEqualTo("invalid_request");
    HttpProbe.Answer odd = SERVICE.get(author, EXERCISES + "x/details", EXERCISES + "{id}/details");
    assertThat(odd.code()).isEqualTo("exercise_not_found");
    HttpProbe.Answer guest = SERVICE.probe.get(EXERCISES + exercise + "/details");
    assertThat(RunningService.checked("GET", EXERCISES + "{id}/details", guest).status())
        .isEqualTo(401);
  }

  @Test
  void manyExercisesShowTheirSolversAtOnce() {
    accepted(1);
    Person other = SERVICE.learner();
    SERVICE.submit(other, exercise);
    SERVICE.judge.finish(SERVICE.judge.take(), "WA", 0, JsonTest.of(1, "WA"));
    long untried = SERVICE.exercise();
    JsonNode items = solvers("?exercise_ids=" + exercise + "," + untried).json().path("items");
    assertThat(items).hasSize(1);
    assertThat(items.at("/0/exercise_id").asLong()).isEqualTo(exercise);
    assertThat(items.at("/0/learners").asInt()).isEqualTo(2);
    assertThat(items.at("/0/solved").asInt()).isEqualTo(1);
    assertThat(solvers("").json().path("items")).isEmpty();
    assertThat(solvers("?exercise_ids=1,x").code()).isEqualTo("invalid_request");
    Person nobody = new Person(0, "", "nonsense");
    assertThat(SERVICE.get(nobody, MANY).status()).isEqualTo(401);
  }

  private static HttpProbe.Answer solvers(String query) {
    return RunningService.checked("GET", MANY, SERVICE.probe.get(MANY + query));
  }

  private HttpProbe.Answer activity(Person by, long user, String query) {
    return SERVICE.get(by, LEARNERS + user + query, LEARNERS + "{id}");
  }

  @Test
  void daysAreThoseOfTheLearnersTimeZone() {
    // Past the beginning of a day in Hanoi, before it in UTC.
    ZoneId hanoi = ZoneId.of("Asia/Ho_Chi_Minh");
    while (today(hanoi).equals(today(ZoneId.of("UTC")))) {
      SERVICE.clock.advance(Duration.ofHours(1));
    }
    accepted(1);
    failed(JsonTest.of(1, "WA"));
    JsonNode there = activity(learner, learner.id(), "?time_zone=Asia/Ho_Chi_Minh").json();
    assertThat(there.at("/days/0/date").asString()).isEqualTo(today(hanoi).toString());
    assertThat(there.at("/days/0/submissions").asInt()).isEqualTo(2);
    assertThat(there.at("/days/0/accepted").asInt()).isEqualTo(1);
    JsonNode utc = activity(author, learner.id(), "").json();
    assertThat(utc.at("/days/0/date").asString()).isEqualTo(today(ZoneId.of("UTC")).toString());
  }

  private static LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(SERVICE.clock.instant(), zone);
  }

  @Test
  void streaksAreDaysInARow() {
    activeFor(3);
    SERVICE.clock.advance(Duration.ofDays(2));
    assertStreaks(0, 3);
    activeFor(2);
    assertStreaks(2, 3); // yesterday was the last day
    SERVICE.submit(learner, exercise);
    assertStreaks(3, 3);
    SERVICE.clock.advance(Duration.ofDays(2));
    assertStreaks(0, 3);
    JsonNode shown = activity(learner, learner.id(), "?days=4").json();
    assertThat(shown.path("active_days").asInt()).isEqualTo(6);
    assertThat(shown.path("days")).hasSize(2);
  }

  private void activeFor(int days) {
    for (int i = 0; i < days; i++) {
      SERVICE.submit(learner, exercise);
      SERVICE.clock.advance(Duration.ofDays(1));
    }
  }

  private void assertStreaks(int current, int longest) {
    JsonNode shown = activity(learner, learner.id(), "").json();
    assertThat(shown.path("current_streak").asInt()).isEqualTo(current);
    assertThat(shown.path("longest_streak").asInt()).isEqualTo(longest);
    SERVICE.judge.acquire(0).ifPresent(lease -> SERVICE.judge.finish(lease, "AC", 10));
  }

  @Test
  void learnersSeeOnlyThemselves() {
    assertThat(activity(SERVICE.learner(), learner.id(), "").code()).isEqualTo("forbidden");
    assertThat(activity(author, 1, "").json().path("submissions").asInt()).isZero();
    HttpProbe.Answer odd = SERVICE.get(author, LEARNERS + "x", LEARNERS + "{id}");
    assertThat(odd.code()).isEqualTo("user_not_found");
    for (String query : List.of("?time_zone=Mars", "?days=0", "?days=3661")) {
      assertThat(activity(learner, learner.id(), query).code()).isEqualTo("invalid_request");
    }
    HttpProbe.Answer guest = SERVICE.probe.get(LEARNERS + learner.id());
    assertThat(RunningService.checked("GET", LEARNERS + "{id}", guest).status()).isEqualTo(401);
  }
}
