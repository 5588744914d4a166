package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One platform with pseudonyms, seen through a second process that hides leaderboards, too. */
class LeaderboardVisibilityTest {
  private static final String PATH = "/api/v1/leaderboard";
  private static final String OF_EXERCISE = PATH + "/exercises/{id}";
  private static final RunningService SERVICE =
      RunningService.start(Map.of("TOUCHSTONE_LEADERBOARD", "pseudonyms"));
  private static final RunningService HIDING =
      SERVICE.another(Map.of("TOUCHSTONE_LEADERBOARD", "hidden"));
  private static final long EXERCISE = SERVICE.exercise();
  private static final List<Person> LEARNERS = new ArrayList<>();

  @BeforeAll
  static void solve() {
    for (int i = 0; i < 3; i++) {
      Person learner = SERVICE.learner();
      LEARNERS.add(learner);
      SERVICE.submit(learner, EXERCISE);
      SERVICE.judge.finish(SERVICE.judge.take(), "AC", 10);
    }
  }

  @AfterAll
  static void stop() {
    HIDING.close();
    SERVICE.close();
  }

  private static List<String> names(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("username").asString()).toList();
  }

  @Test
  void learnersSeePseudonymsButTheirOwnName() {
    JsonNode board = SERVICE.get(LEARNERS.get(1), PATH).json();
    List<String> names = names(board);
    assertThat(names.get(1)).isEqualTo(LEARNERS.get(1).username());
    assertThat(board.at("/items/1/user_id").asLong()).isEqualTo(LEARNERS.get(1).id());
    assertThat(board.at("/me/username").asString()).isEqualTo(LEARNERS.get(1).username());
    for (int other : List.of(0, 2)) {
      assertThat(names.get(other)).matches("learner-[a-z0-9]{8}");
      assertThat(board.at("/items/" + other + "/user_id").isNull()).isTrue();
    }
    assertThat(names(SERVICE.get(LEARNERS.get(2), PATH).json()).getFirst())
        .as("the same for everybody")
        .isEqualTo(names.getFirst());
    assertThat(names(SERVICE.get(SERVICE.person(Role.AUTHOR), PATH).json()))
        .isEqualTo(LEARNERS.stream().map(Person::username).toList());
  }

  @Test
  void cursorsRevealNoIds() {
    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      HttpProbe.Answer answer = SERVICE.probe.get(PATH + "?limit=1" + cursor);
      JsonNode page = RunningService.checked("GET", PATH, answer).json();
      read.addAll(names(page));
      String next = page.path("next_cursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
      String text = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
      assertThat(LEARNERS).noneMatch(learner -> text.contains("\"" + learner.id() + "\""));
    } while (!cursor.isEmpty());
    assertThat(read).hasSize(3).doesNotHaveDuplicates();
    String gone = Cursor.of("100", "2026-01-01T00:00:00Z", "learner-23456789");
    assertThat(SERVICE.probe.get(PATH + "?cursor=" + gone).status()).isEqualTo(200);
    for (String token : List.of("learner-1", "7")) { // an id would show whose ids are above it
      String odd = Cursor.of("100", "2026-01-01T00:00:00Z", token);
      assertThat(SERVICE.probe.get(PATH + "?cursor=" + odd).code()).isEqualTo("invalid_request");
    }
  }

  @Test
  void solversOfAnExerciseHavePseudonyms() {
    String path = PATH + "/exercises/" + EXERCISE;
    JsonNode solvers = SERVICE.get(LEARNERS.getFirst(), path, OF_EXERCISE).json();
    assertThat(names(solvers).getFirst()).isEqualTo(LEARNERS.getFirst().username());
    assertThat(solvers.at("/items/1/user_id").isNull()).isTrue();
    assertThat(names(solvers).getLast()).startsWith("learner-").doesNotContain("1");
  }

  @Test
  void whereTheyAreHiddenOnlyTeachersSeeThem() {
    String path = PATH + "/exercises/" + EXERCISE;
    assertThat(HIDING.get(LEARNERS.getFirst(), PATH).code()).isEqualTo("leaderboard_hidden");
    assertThat(HIDING.probe.get(PATH).code()).isEqualTo("leaderboard_hidden");
    assertThat(HIDING.get(LEARNERS.getFirst(), path, OF_EXERCISE).code())
        .isEqualTo("leaderboard_hidden");
    JsonNode board = HIDING.get(SERVICE.person(Role.ADMIN), PATH).json();
    assertThat(names(board)).isEqualTo(LEARNERS.stream().map(Person::username).toList());
  }
}
