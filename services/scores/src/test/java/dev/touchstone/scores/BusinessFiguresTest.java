package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.scores.progress.ActiveLearners;
import dev.touchstone.testing.HttpProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a school wants to know, in the metrics. */
class BusinessFiguresTest {
  private static final RunningService SERVICE = RunningService.start();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static long judged(Person learner, long exercise, String verdict) {
    long id = SERVICE.submit(learner, exercise);
    judgeNext(verdict);
    return id;
  }

  private static void judgeNext(String verdict) {
    double points = verdict.equals("AC") ? 10 : 0;
    assertThat(SERVICE.judge.finish(SERVICE.judge.take(), verdict, points).status()).isEqualTo(204);
  }

  private static List<String> completions(long exercise) {
    return HttpProbe.on(SERVICE.service.adminPort())
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("scores_completions_total"))
        .filter(line -> line.contains("exercise=\"" + exercise + "\""))
        .map(line -> line.replaceAll(".*attempt=\"(\\w+)\".* (\\S+)$", "$1 $2"))
        .sorted()
        .toList();
  }

  @Test
  void anExerciseIsCompletedOnceByEachLearner() {
    long exercise = SERVICE.exercise();
    Person quick = SERVICE.learner();
    Person slow = SERVICE.learner();
    long solved = judged(quick, exercise, "AC");
    judged(quick, exercise, "AC");
    judged(slow, exercise, "WA");
    assertThat(completions(exercise)).containsExactly("first 1.0");
    judged(slow, exercise, "AC");
    judged(slow, exercise, "AC");
    assertThat(completions(exercise)).containsExactly("first 1.0", "later 1.0");
    assertThat(SERVICE.rejudge(SERVICE.person(Role.ADMIN), solved).status()).isEqualTo(202);
    judgeNext("AC");
    assertThat(completions(exercise)).containsExactly("first 1.0", "later 1.0");
  }

  @Test
  void aLearnerIsActiveForAnHourAfterASubmissionOrRun() {
    long exercise = SERVICE.exercise();
    Person submitting = SERVICE.learner();
    Person running = SERVICE.learner();
    Person both = SERVICE.learner();
    try (Database database = SERVICE.database()) {
      SERVICE.clock.advance(Duration.ofHours(3));
      assertThat(active(database)).isZero();
      judged(submitting, exercise, "AC");
      judged(submitting, exercise, "WA");
      run(running, exercise);
      judged(both, exercise, "AC");
      run(both, exercise);
      assertThat(active(database)).isEqualTo(3);
      SERVICE.clock.advance(Duration.ofMinutes(50));
      judged(submitting, exercise, "AC");
      SERVICE.clock.advance(Duration.ofMinutes(20));
      assertThat(active(database)).isEqualTo(1);
    }
  }

  private static void run(Person learner, long exercise) {
    Map<String, Object> body = RunningService.body(exercise);
    assertThat(SERVICE.post(learner, "/api/v1/runs", "/api/v1/runs", body).status()).isEqualTo(201);
    judgeNext("AC");
  }

  private static double active(Database database) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new ActiveLearners(registry, database.jdbi(), SERVICE.clock).look();
    return registry.get("scores.learners.active").gauge().value();
  }
}
