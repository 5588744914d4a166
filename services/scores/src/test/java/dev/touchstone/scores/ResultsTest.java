package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Four learners with results in two exercises, as their teacher sees them. */
class ResultsTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String PATH = "/api/v1/results";
  private static final Person AUTHOR = SERVICE.person(Role.AUTHOR);
  private static final long FIRST = SERVICE.exercise();
  private static final long SECOND = SERVICE.exercise();
  private static final Person AN = named("an");
  private static final Person BINH = named("Binh");
  private static final Person FORMULA = named("=1+1,\"x\"");
  private static final Person NEW = named("zoe");

  private static Person named(String username) {
    long id = SERVICE.learner().id();
    return new Person(
        id, username, SERVICE.platform.tokens.token(id, username, Role.LEARNER.wireName()));
  }

  @BeforeAll
  static void submit() {
    judged(AN, FIRST, "WA", 2.5);
    judged(AN, FIRST, "AC", 10);
    judged(AN, SECOND, "WA", 5);
    judged(BINH, SECOND, "AC", 10);
    judged(FORMULA, FIRST, "WA", 5);
    SERVICE.submit(NEW, SECOND);
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static void judged(Person learner, long exercise, String verdict, double points) {
    SERVICE.submit(learner, exercise);
    SERVICE.judge.finish(SERVICE.judge.take(), verdict, points);
  }

  private static HttpProbe.Answer get(String query) {
    return SERVICE.get(AUTHOR, PATH + query);
  }

  private static HttpProbe.Answer export(String query) {
    return SERVICE.get(AUTHOR, PATH + "/export" + query);
  }

  private static List<String> names(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("username").asString()).toList();
  }

  @Test
  void showBestVerdictPointsAndAttemptsOfEachLearner() {
    JsonNode an = get("?username=AN").json().at("/items/0");
    assertThat(an.path("points").asDouble()).isEqualTo(150);
    assertThat(an.path("solved").asInt()).isEqualTo(1);
    assertThat(an.path("attempts").asInt()).isEqualTo(3);
    assertThat(an.at("/exercises/0/exercise_id").asLong()).isEqualTo(FIRST);
    assertThat(an.at("/exercises/0/best_status").asString()).isEqualTo("AC");
    assertThat(an.at("/exercises/0/total_attempts").asInt()).isEqualTo(2);
    assertThat(an.at("/exercises/1/best_score").asDouble()).isEqualTo(50);
  }

  @Test
  void countOnlyTheChosenExercises() {
    JsonNode page = get("?exercise_ids=" + SECOND + "&sort=points").json();
    assertThat(names(page)).containsExactly("Binh", "an", "zoe");
    assertThat(page.at("/items/1/points").asDouble()).isEqualTo(50);
    assertThat(page.at("/items/1/solved").asInt()).isZero();
    assertThat(page.at("/items/1/exercises")).hasSize(1);
    assertThat(page.at("/items/2/exercises/0/best_score").isNull()).isTrue();
    assertThat(names(get("?exercise_ids=1").json())).isEmpty();
  }

  @Test
  void areFilteredByLearners() {
    assertThat(names(get("?user_ids=" + BINH.id() + "," + NEW.id()).json()))
        .containsExactly("Binh", "zoe");
    assertThat(names(get("?username=b").json())).containsExactly("Binh");
    assertThat(names(get("?username=%25").json())).isEmpty();
  }

  @Test
  void areReadPageByPageInEachOrder() {
    assertThat(pages("?sort=username")).containsExactly("=1+1,\"x\"", "an", "Binh", "zoe");
    assertThat(pages("?sort=points")).containsExactly("an", "Binh", "=1+1,\"x\"", "zoe");
    assertThat(pages("?sort=solved")).containsExactly("Binh", "an", "zoe", "=1+1,\"x\"");
    assertThat(pages("?sort=points&exercise_ids=" + FIRST + "," + SECOND))
        .containsExactly("an", "Binh", "=1+1,\"x\"", "zoe");
  }

  private static List<String> pages(String query) {
    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(query + "&limit=1" + cursor).json();
      read.addAll(names(page));
      cursor =
          page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
    } while (!cursor.isEmpty());
    return read;
  }

  @Test
  void areExportedAsCsvThatNoSpreadsheetTakesForFormulas() {
    SERVICE.platform.change(SECOND, Map.of("slug", "loops"));
    HttpProbe.Answer answer = export("?exercise_ids=" + SECOND + "," + FIRST);
    assertThat(answer.header("Content-Disposition")).contains("results.csv");
    assertThat(answer.text().lines())
        .containsExactly(
            "username,user_id,points,solved,attempts,loops points,loops verdict,loops attempts,"
                + "exercise-%d points,exercise-%d verdict,exercise-%d attempts"
                    .formatted(FIRST, FIRST, FIRST),
            "\"'=1+1,\"\"x\"\"\"," + FORMULA.id() + ",50,0,1,,,,50,WA,1",
            "an," + AN.id() + ",150,1,3,50,WA,1,100,AC,2",
            "Binh," + BINH.id() + ",100,1,1,100,AC,1,,,",
            "zoe," + NEW.id() + ",0,0,1,,,1,,,");
    assertThat(export("?bom=true&user_ids=" + AN.id()).text()).startsWith("\uFEFFusername,");
  }

  @Test
  void areExportedWithIdsWhileTheExercisesServiceIsAway() {
    SERVICE.platform.exercisesAway(true);
    try {
      assertThat(export("?user_ids=" + AN.id()).text())
          .contains("," + FIRST + " points,")
          .contains("an,");
    } finally {
      SERVICE.platform.exercisesAway(false);
    }
  }

  @Test
  void areExportedAsJson() {
    JsonNode whole = export("?format=json").json();
    assertThat(whole.path("items")).isEqualTo(get("").json().path("items"));
    assertThat(export("?format=json&user_ids=1").json().path("items")).isEmpty();
  }

  @Test
  void areForTeachersOnly() {
    for (String path : List.of(PATH, PATH + "/export")) {
      assertThat(SERVICE.get(AN, path).code()).isEqualTo("forbidden");
      assertThat(RunningService.checked("GET", path, SERVICE.probe.get(path)).status())
          .isEqualTo(401);
    }
  }

  @Test
  void badParametersAreRefused() {
    for (String query :
        List.of(
            "?sort=x",
            "?exercise_ids=1,,2",
            "?exercise_ids=x",
            "?user_ids=1.5",
            "?limit=0",
            "?username=%00",
            "?cursor=x",
            "?cursor=" + Cursor.of("\0", "1"),
            "?sort=points&cursor=" + Cursor.of("1e-6000000", "1"),
            "?sort=solved&cursor=" + Cursor.of("1", "x"))) {
      assertThat(get(query).code()).as(query).isEqualTo("invalid_request");
    }
    for (String query : List.of("?format=xls", "?bom=1")) {
      assertThat(export(query).code()).as(query).isEqualTo("invalid_request");
    }
  }
}
