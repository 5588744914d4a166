package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LeaderboardTest {
  private static final String PATH = "/api/v1/leaderboard";
  private final RunningService service = RunningService.start();
  private final long exercise = service.exercise();

  @AfterEach
  void stop() {
    service.close();
  }

  private void wins(Person learner, long solved, double points) {
    service.clock.advance(Duration.ofSeconds(1));
    service.submit(learner, solved);
    service.judge.finish(service.judge.take(), points == 10 ? "AC" : "WA", points);
  }

  private HttpProbe.Answer asStranger(String query) {
    return RunningService.checked("GET", PATH, service.probe.get(PATH + query));
  }

  private static List<String> names(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("username").asString()).toList();
  }

  @Test
  void morePointsFirstThenWhoWonThemEarlier() {
    Person early = service.learner();
    Person late = service.learner();
    Person best = service.learner();
    Person none = service.learner();
    wins(early, exercise, 5);
    wins(late, exercise, 5);
    wins(best, exercise, 10);
    wins(none, exercise, 0);
    wins(early, exercise, 5); // no improvement
    JsonNode board = service.get(late, PATH).json();
    assertThat(names(board)).containsExactly(best.username(), early.username(), late.username());
    assertThat(board.at("/items/1/rank").asInt()).isEqualTo(2);
    assertThat(board.at("/items/0/solved").asInt()).isEqualTo(1);
    assertThat(board.at("/me/rank").asInt()).isEqualTo(3);
    assertThat(service.get(none, PATH).json().path("me").isNull()).isTrue();
    wins(late, exercise, 10);
    assertThat(names(asStranger("").json()))
        .containsExactly(best.username(), late.username(), early.username());
    assertThat(asStranger("").json().path("me").isNull()).isTrue();
  }

  @Test
  void isReadPageByPage() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Person learner = service.learner();
      wins(learner, exercise, 10 - i / 2); // several with the same points
      expected.add(learner.username());
    }
    List<String> read = new ArrayList<>();
    List<Integer> ranks = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = asStranger("?limit=2" + cursor).json();
      read.addAll(names(page));
      page.path("items").forEach(item -> ranks.add(item.path("rank").asInt()));
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
    } while (!cursor.isEmpty());
    assertThat(read).isEqualTo(expected);
    assertThat(ranks).containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void showsTheNameOfTheLastSubmission() {
    Person learner = service.learner();
    wins(learner, exercise, 10);
    String token = service.platform.tokens.token(learner.id(), "renamed", Role.LEARNER.wireName());
    service.submit(new Person(learner.id(), "renamed", token), exercise);
    assertThat(names(asStranger("").json())).containsExactly("renamed");
  }

  @Test
  void aMonthHasThePointsThatWereFirstReachedInIt() {
    YearMonth before = YearMonth.from(service.clock.instant().atOffset(ZoneOffset.UTC));
    Person improving = service.learner();
    Person steady = service.learner();
    wins(improving, exercise, 5);
    wins(steady, exercise, 10);
    Instant next = before.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    service.clock.advance(Duration.between(service.clock.instant(), next));
    wins(steady, exercise, 10); // no improvement
    wins(improving, exercise, 10);
    wins(improving, service.exercise(), 2);
    JsonNode current = service.get(improving, PATH + "?month=current").json();
    assertThat(names(current)).containsExactly(improving.username());
    assertThat(current.at("/items/0/points").asDouble()).isEqualTo(120);
    assertThat(current.at("/items/0/solved").asInt()).isEqualTo(1);
    assertThat(current.at("/me/rank").asInt()).isEqualTo(1);
    assertThat(service.get(steady, PATH + "?month=current").json().path("me").isNull()).isTrue();
    assertThat(names(asStranger("?month=" + before).json())).containsExactly(steady.username());
    assertThat(names(asStranger("?month=1999-01").json())).isEmpty();
    for (String month : List.of("2026-13", "2026", "0000-01", "now")) {
      assertThat(asStranger("?month=" + month).code()).as(month).isEqualTo("invalid_request");
    }
  }

  @Test
  void ofAnExerciseShowsWhoSolvedItFirstOrFastest() {
    Person first = service.learner();
    Person fast = service.learner();
    solves(first, 300);
    wins(service.learner(), exercise, 5);
    solves(fast, 400);
    solves(fast, 20);
    solves(fast, 30);
    JsonNode solvers = ofExercise("");
    assertThat(names(solvers)).containsExactly(first.username(), fast.username());
    assertThat(solvers.at("/items/0/time_ms").isNull()).isTrue();
    JsonNode fastest = ofExercise("?order=time");
    assertThat(names(fastest)).containsExactly(fast.username(), first.username());
    assertThat(fastest.at("/items/0/time_ms").asInt()).isEqualTo(20);
    assertThat(fastest.at("/items/0/solved_at").asString())
        .as("the time of the fastest, not of the first")
        .isGreaterThan(solvers.at("/items/1/solved_at").asString());
    assertThat(names(ofExercise("?order=time&limit=1"))).containsExactly(fast.username());
    String path = PATH + "/exercises/";
    assertThat(service.get(first, path + exercise + "?order=x", path + "{id}").code())
        .isEqualTo("invalid_request");
    assertThat(service.get(first, path + "x", path + "{id}").code())
        .isEqualTo("exercise_not_found");
  }

  private JsonNode ofExercise(String query) {
    String path = PATH + "/exercises/";
    return RunningService.checked("GET", path + "{id}", service.probe.get(path + exercise + query))
        .json();
  }

  private void solves(Person learner, long cpuMs) {
    service.clock.advance(Duration.ofSeconds(1));
    service.submit(learner, exercise);
    Map<String, Object> result = new HashMap<>(FakeJudge.result("AC", 10));
    result.put("cpu_ms", cpuMs);
    service.judge.send(service.judge.take(), "result", result);
  }

  @Test
  void badCursorsAreRefused() {
    for (String query :
        List.of("?cursor=x", "?cursor=W10", "?limit=0", "?limit=201", "?limit=x", "?cursor=")) {
      assertThat(asStranger(query).status()).as(query).isEqualTo(400);
    }
    HttpProbe.Answer badToken =
        RunningService.checked("GET", PATH, service.probe.withToken("x.y.z").get(PATH));
    assertThat(badToken.code()).isEqualTo("token_invalid");
  }

  @Test
  void cursorsHoldOnlyWhatTheDatabaseTakesAtOnce() {
    String time = "2026-01-01T00:00:00Z";
    for (String points : List.of("1e-60000000", "1E+60000000", "-1", "0.001", "1234567890123")) {
      assertThat(asStranger("?cursor=" + Cursor.of(points, time, "1")).code())
          .as(points)
          .isEqualTo("invalid_request");
    }
    for (String far : List.of("+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z")) {
      assertThat(asStranger("?cursor=" + Cursor.of("1", far, "1")).code())
          .as(far)
          .isEqualTo("invalid_request");
    }
    assertThat(asStranger("?cursor=" + Cursor.of("99.25", time, "1")).status()).isEqualTo(200);
  }

  @Test
  void statisticsCountLearnersAndVerdicts() {
    String path = "/api/v1/statistics/exercises/";
    Person learner = service.learner();
    wins(learner, exercise, 0);
    wins(learner, exercise, 10);
    wins(service.learner(), exercise, 4);
    service.submit(service.learner(), exercise);
    JsonNode figures =
        RunningService.checked("GET", path + "{id}", service.probe.get(path + exercise)).json();
    assertThat(figures.path("attempts").asInt()).isEqualTo(4);
    assertThat(figures.path("learners").asInt()).isEqualTo(3);
    assertThat(figures.path("solved").asInt()).isEqualTo(1);
    assertThat(figures.path("verdicts").toString()).isEqualTo("{\"AC\":1,\"WA\":2}");
    assertThat(service.get(learner, path + "1", path + "{id}").json().path("attempts").asInt())
        .isZero();
    assertThat(service.get(learner, path + "x", path + "{id}").code())
        .isEqualTo("exercise_not_found");
  }

  @Test
  void authorsReadTheProgressOfLearners() {
    Person learner = service.learner();
    wins(learner, exercise, 5);
    String path = "/api/v1/progress?user_id=" + learner.id();
    JsonNode progress = service.get(service.person(Role.AUTHOR), path).json();
    assertThat(progress.path("points").asDouble()).isEqualTo(50);
    assertThat(service.get(service.learner(), path).code()).isEqualTo("forbidden");
    assertThat(service.get(learner, path).status()).isEqualTo(200);
    assertThat(service.get(learner, "/api/v1/progress?user_id=x").code())
        .isEqualTo("invalid_request");
  }
}
