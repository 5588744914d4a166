package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Learners see hints one by one, and an editorial when its rule allows it. */
class GuidanceTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String EXERCISES = "/api/v1/progress/exercises/";
  private static final String SECRET = "count backwards";

  private final Person learner = SERVICE.learner();
  private final long exercise = SERVICE.exercise();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @BeforeEach
  void guide() {
    guide("after_solved");
  }

  private void guide(String visible) {
    SERVICE.platform.guide(
        exercise,
        Map.of(
            "hints",
            List.of(Map.of("en", "First.", "vi", "Thứ nhất."), Map.of("vi", "Thứ hai.")),
            "editorial",
            Map.of("en", SECRET, "vi", "Đếm ngược."),
            "visible",
            visible,
            "attempts",
            2));
  }

  private HttpProbe.Answer get(Person by, String query) {
    return SERVICE.get(by, EXERCISES + exercise + "/guidance" + query, EXERCISES + "{id}/guidance");
  }

  private JsonNode editorial(Person by) {
    return get(by, "").json().path("editorial");
  }

  private HttpProbe.Answer reveal(Person by, long number) {
    return SERVICE.post(
        by,
        EXERCISES + exercise + "/hints?locale=vi",
        EXERCISES + "{id}/hints",
        Map.of("number", number));
  }

  private void attempt(String verdict) {
    SERVICE.submit(learner, exercise);
    SERVICE.judge.finish(SERVICE.judge.take(), verdict, verdict.equals("AC") ? 100 : 0);
  }

  @Test
  void hintsAreShownOneByOneAndStay() {
    JsonNode before = get(learner, "").json();
    assertThat(before.path("hint_count").asInt()).isEqualTo(2);
    assertThat(before.path("hints")).isEmpty();
    assertThat(reveal(learner, 2).code()).isEqualTo("hint_out_of_order");
    assertThat(reveal(learner, 1).json().path("hints")).hasToString("[\"Thứ nhất.\"]");
    assertThat(reveal(learner, 1).json().path("hints")).hasSize(1);
    reveal(learner, 2);
    assertThat(get(learner, "?locale=en").json().path("hints"))
        .as("in the language asked for, or another one")
        .hasToString("[\"First.\",\"Thứ hai.\"]");
    assertThat(get(SERVICE.learner(), "").json().path("hints")).as("of another").isEmpty();
    for (int none : new int[] {0, 3, -1}) {
      assertThat(reveal(learner, none).code()).isEqualTo("hint_not_found");
    }
  }

  @Test
  void theEditorialAppearsWhenTheExerciseIsSolved() {
    attempt("WA");
    attempt("WA");
    assertThat(editorial(learner)).hasToString("{\"visible\":\"after_solved\"}");
    attempt("AC");
    assertThat(editorial(learner).path("text").asString()).isEqualTo(SECRET);
    assertThat(get(learner, "?locale=vi-VN").text()).contains("Đếm ngược.");
    assertThat(get(SERVICE.learner(), "").text()).doesNotContain(SECRET);
  }

  @Test
  void theEditorialAppearsAfterEnoughAttempts() {
    guide("after_attempts");
    assertThat(editorial(learner).path("attempts_left").asInt()).isEqualTo(2);
    attempt("WA");
    assertThat(editorial(learner))
        .hasToString("{\"visible\":\"after_attempts\",\"attempts_left\":1}");
    attempt("CE");
    assertThat(editorial(learner).path("text").asString()).isEqualTo(SECRET);
  }

  @Test
  void aSolvedExerciseNeedsNoMoreAttempts() {
    guide("after_attempts");
    attempt("AC");
    assertThat(editorial(learner).path("text").asString()).isEqualTo(SECRET);
  }

  @Test
  void theEditorialIsForEverybodyOrForNobody() {
    guide("always");
    assertThat(editorial(learner).path("text").asString()).isEqualTo(SECRET);
    guide("never");
    attempt("AC");
    assertThat(editorial(learner).isNull()).isTrue();
    guide("a rule of a newer version");
    SERVICE.platform.guide(exercise, Map.of("editorial", Map.of()));
    assertThat(editorial(learner).isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"after_solved", "after_attempts", "never"})
  void membersSeeEverything(String visible) {
    guide(visible);
    Person viewer = SERVICE.person(Role.AUTHOR);
    SERVICE.platform.members(viewer.id(), Map.of(exercise, MemberRole.VIEWER));
    for (Person member : List.of(viewer, SERVICE.person(Role.ADMIN))) {
      assertThat(editorial(member).path("text").asString()).isEqualTo(SECRET);
      assertThat(get(member, "").json().path("hints")).hasSize(2);
    }
    Person other = SERVICE.person(Role.AUTHOR);
    SERVICE.platform.members(other.id(), Map.of());
    assertThat(get(other, "").text()).doesNotContain(SECRET, "First.");
  }

  @Test
  void whatIsNotOpenDoesNotExistForLearners() {
    SERVICE.platform.change(exercise, Map.of("is_active", false));
    assertThat(get(learner, "").code()).isEqualTo("exercise_not_found");
    assertThat(reveal(learner, 1).code()).isEqualTo("exercise_not_found");
    assertThat(get(SERVICE.person(Role.ADMIN), "").status()).isEqualTo(200);
    SERVICE.platform.remove(exercise);
    assertThat(get(learner, "").code()).isEqualTo("exercise_not_found");
    String none = EXERCISES + "x/guidance";
    assertThat(SERVICE.get(learner, none, EXERCISES + "{id}/guidance").status()).isEqualTo(404);
  }

  @Test
  void refusesBadQuestions() {
    assertThat(get(learner, "?locale=english").code()).isEqualTo("invalid_request");
    HttpProbe.Answer answer =
        SERVICE.post(learner, EXERCISES + exercise + "/hints", EXERCISES + "{id}/hints", Map.of());
    assertThat(answer.code()).isEqualTo("invalid_request");
    SERVICE.platform.exercisesAway(true);
    try {
      assertThat(get(learner, "").status()).isEqualTo(503);
    } finally {
      SERVICE.platform.exercisesAway(false);
    }
  }
}
