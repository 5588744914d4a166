package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a learner does, however the platform runs. */
abstract class LearnerStory {
  private static final String LOOP = "while True: pass";
  private static final String HUNGRY = "x = bytearray(400 << 20)\nprint(len(x))";

  /** The public door. */
  abstract HttpProbe platform();

  private Learner newLearner() {
    return Learner.register(this::platform);
  }

  @Test
  void findsAnExerciseAndReadsIt() {
    Learner learner = newLearner();
    JsonNode found =
        learner.get("/api/v1/exercises?q=greeting&category=system-test&difficulty=easy&locale=en");
    assertThat(found.path("items").size()).isOne();
    assertThat(found.path("items").path(0).path("title").asString()).isEqualTo("A greeting");
    assertThat(learner.get("/api/v1/exercises?category=graphs").path("items").size()).isZero();
    assertThat(learner.get("/api/v1/exercises?difficulty=hard").path("items").size()).isZero();
    JsonNode exercise = learner.get("/api/v1/exercises/greeting?locale=vi");
    assertThat(exercise.path("title").asString()).isEqualTo("Lời chào");
    assertThat(exercise.path("statement").asString()).contains("Đọc một tên", "$n \\le 100$");
    assertThat(exercise.path("samples").size()).isEqualTo(Exercises.SAMPLES);
    assertThat(exercise.path("starter_code").path("python3").asString()).contains("input()");
  }

  @Test
  void runsOnTheSamplesAndOnInputOfOnesOwn() {
    Learner learner = newLearner();
    long exercise = learner.exercise();
    String source =
        "import sys\nname = input()\nprint(f'Hello, {name}!')\nprint('seen', file=sys.stderr)";
    JsonNode samples = learner.run(exercise, "python3", source, null);
    assertThat(samples.path("verdict").asString()).isEqualTo("AC");
    assertThat(samples.path("tests").size()).isEqualTo(Exercises.SAMPLES);
    JsonNode own = learner.run(exercise, "python3", source, "Đặng Thị\n").path("output");
    assertThat(own.path("stdout").asString()).isEqualTo("Hello, Đặng Thị!\n");
    assertThat(own.path("stderr").asString()).isEqualTo("seen\n");
    assertThat(own.path("exit_code").asInt()).isZero();
    assertThat(learner.get("/api/v1/progress").path("attempted").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "cpp", "c", "java", "javascript"})
  void solvesTheExerciseInEveryLanguage(String language) {
    Learner learner = newLearner();
    String source = Exercises.ACCEPTED.getOrDefault(language, "");
    long submission = learner.submit(learner.exercise(), language, source);
    JsonNode judged = learner.judged(submission);
    assertThat(judged.path("verdict").asString()).as(judged.toString()).isEqualTo("AC");
    assertThat(judged.path("points").asDouble()).isEqualTo(Exercises.POINTS);
    assertThat(judged.path("time_ms").asLong()).isPositive();
    assertThat(judged.path("memory_kib").asLong()).isNotNegative();
  }

  @Test
  void seesTheResultsArriveTestByTest() {
    Learner learner = newLearner();
    long submission =
        learner.submit(
            learner.exercise(), "python3", Exercises.ACCEPTED.getOrDefault("python3", ""));
    List<EventReader.Event> events = EventReader.follow(learner, submission);
    List<Integer> tests =
        events.stream()
            .filter(event -> event.name().equals("test"))
            .map(event -> event.data().path("index").asInt())
            .toList();
    assertThat(tests).containsExactly(1, 2, 3, 4, 5);
    EventReader.Event last = events.getLast();
    assertThat(last.name()).isEqualTo("submission");
    assertThat(last.data().path("status").asString()).isEqualTo("judged");
    assertThat(last.data().path("verdict").asString()).isEqualTo("AC");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "WA, python3, \"print('Hello, Anna!')\"",
        "TLE, python3, \"" + LOOP + "\"",
        "RTE, python3, \"raise SystemExit(3)\"",
        "CE, python3, \"print(\"",
        "CE, cpp, \"int main() { return x; }\"",
        "CE, c, \"int main(void) { return x; }\"",
        "CE, java, \"public class Main {\"",
        "CE, javascript, \"console.log(\"",
        "MLE, python3, \"" + HUNGRY + "\"",
      })
  void isToldWhatIsWrong(String verdict, String language, String source) {
    Learner learner = newLearner();
    JsonNode judged = learner.judged(learner.submit(learner.exercise(), language, source));
    assertThat(judged.path("verdict").asString()).as(judged.toString()).isEqualTo(verdict);
    assertThat(judged.path("points").asDouble()).isZero();
    if (verdict.equals("CE")) {
      assertThat(judged.path("compile_output").asString()).isNotBlank();
    }
  }

  @Test
  void movesUpByWhatWasSolved() {
    Learner learner = newLearner();
    long exercise = learner.exercise();
    learner.judged(learner.submit(exercise, "python3", "print('Hello, Anna!')"));
    JsonNode before = learner.get("/api/v1/progress");
    assertThat(before.path("solved").asInt()).isZero();
    assertThat(before.path("attempted").asInt()).isOne();
    learner.judged(
        learner.submit(exercise, "python3", Exercises.ACCEPTED.getOrDefault("python3", "")));
    JsonNode after = learner.get("/api/v1/progress");
    assertThat(after.path("solved").asInt()).isOne();
    assertThat(after.path("points").asDouble()).isEqualTo(Exercises.POINTS);
    JsonNode item = after.path("items").path(0);
    assertThat(item.path("total_attempts").asInt()).isEqualTo(2);
    assertThat(item.path("best_status").asString()).isEqualTo("AC");
    assertThat(item.path("best_score").asDouble()).isEqualTo(Exercises.POINTS);
    JsonNode leaderboard = learner.get("/api/v1/leaderboard?limit=200");
    assertThat(leaderboard.path("me").path("points").asDouble()).isEqualTo(Exercises.POINTS);
    assertThat(names(leaderboard)).contains(learner.username());
  }

  @Test
  void submitsOnceHoweverOftenTheRequestIsRepeated() {
    Learner learner = newLearner();
    long exercise = learner.exercise();
    String source = Exercises.ACCEPTED.getOrDefault("python3", "");
    var key = Optional.of("pressed-once");
    long first = learner.submit(exercise, "python3", source, key).json().path("id").asLong();
    long second = learner.submit(exercise, "python3", source, key).json().path("id").asLong();
    assertThat(second).isEqualTo(first);
    learner.judged(first);
    assertThat(learner.get("/api/v1/submissions").path("items").size()).isOne();
  }

  private static List<String> names(JsonNode leaderboard) {
    return StreamSupport.stream(leaderboard.path("items").spliterator(), false)
        .map(standing -> standing.path("username").asString())
        .toList();
  }
}
