package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.EventReader.Event;
import dev.touchstone.scores.FakeJudge.JsonTest;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FollowTest {
  private final RunningService service =
      RunningService.start(Map.of("TOUCHSTONE_STREAM_HEARTBEAT", "200ms"));
  private final FakeJudge judge = service.judge;
  private final Person learner = service.learner();
  private final long exercise = service.exercise();

  @AfterEach
  void stop() {
    service.close();
  }

  private EventReader follow(RunningService process, Person by, long id, long lastEventId) {
    return EventReader.open(
        process.probe.withToken(by.token()), "/api/v1/submissions/" + id + "/events", lastEventId);
  }

  private static List<String> briefs(List<Event> events) {
    return events.stream().map(Event::brief).toList();
  }

  private Event next(EventReader reader) {
    return reader.next().orElseThrow();
  }

  private long judged() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    judge.send(
        lease, "events", Map.of("compile", Map.of("ok", true, "output", ""), "tests_total", 3));
    judge.tests(lease, JsonTest.of(1, "AC"));
    judge.tests(lease, JsonTest.of(2, "AC"), JsonTest.of(3, "WA"));
    judge.finish(lease, "WA", 5, JsonTest.of(1, "AC"), JsonTest.of(2, "AC"), JsonTest.of(3, "WA"));
    return id;
  }

  @Test
  void testsArriveWhileTheyAreJudgedAlsoThroughAnotherProcess() {
    try (RunningService other = service.another()) {
      long id = service.submit(learner, exercise);
      try (EventReader reader = follow(other, learner, id, 0)) {
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
        assertThat(next(reader).brief()).isEqualTo("queued");
        Lease lease = judge.take();
        assertThat(next(reader).brief()).isEqualTo("judging");
        judge.send(lease, "events", Map.of("tests_total", 2));
        assertThat(next(reader).data().path("tests_total").asInt()).isEqualTo(2);
        judge.tests(lease, JsonTest.of(1, "AC"));
        assertThat(next(reader).brief()).isEqualTo("test 1 AC");
        judge.tests(lease, JsonTest.of(2, "WA"));
        assertThat(next(reader).brief()).isEqualTo("test 2 WA");
        judge.finish(lease, "WA", 5, JsonTest.of(1, "AC"), JsonTest.of(2, "WA"));
        Event last = next(reader);
        assertThat(last.brief()).isEqualTo("judged WA");
        assertThat(last.data().path("points").asDouble()).isEqualTo(50);
        assertThat(last.data().has("files")).isFalse();
        assertThat(reader.next()).as("the end").isEmpty();
      }
    }
  }

  @Test
  void idsGrow() {
    try (EventReader reader = follow(service, learner, judged(), 0)) {
      List<Event> events = reader.rest();
      assertThat(briefs(events))
          .containsExactly("queued", "test 1 AC", "test 2 AC", "test 3 WA", "judged WA");
      assertThat(events.stream().map(Event::id).toList()).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aBrokenStreamGoesOnWhereItEnded() {
    long id = judged();
    List<Event> whole;
    try (EventReader reader = follow(service, learner, id, 0)) {
      whole = reader.rest();
    }
    for (int known = 0; known < whole.size() - 1; known++) {
      try (EventReader reader = follow(service, learner, id, whole.get(known).id())) {
        assertThat(reader.rest()).isEqualTo(whole.subList(known + 1, whole.size()));
      }
    }
    try (EventReader reader = follow(service, learner, id, whole.getLast().id())) {
      assertThat(briefs(reader.rest()))
          .as("every follower gets the verdict")
          .containsExactly("judged WA");
    }
    try (EventReader reader = follow(service, learner, id, 1_000_000)) {
      assertThat(reader.rest()).as("a number of something else").isEqualTo(whole);
    }
  }

  @Test
  void testsOfALostLeaseAreVoid() {
    long id = service.submit(learner, exercise);
    Lease lost = judge.take();
    judge.tests(lost, JsonTest.of(1, "WA"), JsonTest.of(2, "WA"));
    long known;
    try (EventReader reader = follow(service, learner, id, 0)) {
      Event event = next(reader);
      while (!event.brief().equals("test 2 WA")) {
        event = next(reader);
      }
      known = event.id();
    }
    service.clock.advance(Duration.ofSeconds(31));
    Lease second = judge.named("judge-2").take();
    judge.finish(second, "AC", 10, JsonTest.of(1, "AC"));
    try (EventReader reader = follow(service, learner, id, known)) {
      assertThat(briefs(reader.rest())).containsExactly("queued", "test 1 AC", "judged AC");
    }
  }

  /** A program that sleeps for as long as its input says must not show the input by that. */
  @Test
  void resultsOfHiddenTestsWaitForTheEnd() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    judge.send(lease, "events", Map.of("tests_total", 9));
    judge.tests(lease, JsonTest.of(1, "AC"), JsonTest.hidden(2, "AC"));
    for (Person by : List.of(learner, service.person(Role.AUTHOR))) {
      JsonNode shown = service.submission(by, id);
      assertThat(shown.path("tests").size()).isEqualTo(1);
      assertThat(shown.path("tests_done").asInt()).isEqualTo(1);
    }
    try (EventReader reader = follow(service, learner, id, 0)) {
      assertThat(next(reader).brief()).isEqualTo("queued");
      assertThat(next(reader).brief()).isEqualTo("judging");
      assertThat(next(reader).brief()).isEqualTo("test 1 AC");
      judge.tests(lease, JsonTest.hidden(3, "WA"), JsonTest.hidden(4, "AC"));
      service.clock.advance(Duration.ofSeconds(10));
      Event progress = next(reader);
      assertThat(progress.brief()).isEqualTo("judging");
      assertThat(progress.id()).as("is not repeated").isZero();
      assertThat(progress.data().path("tests_done").asInt())
          .as("by the time alone")
          .isEqualTo(1 + 8 * 10 / (10 + 8 / 2 + 1))
          .isEqualTo(service.submission(learner, id).path("tests_done").asInt());
      JsonTest[] all = {JsonTest.of(1, "AC"), JsonTest.hidden(2, "AC"), JsonTest.hidden(3, "WA")};
      judge.finish(lease, "WA", 5, all);
      assertThat(briefs(reader.rest())).containsExactly("test 2 AC", "test 3 WA", "judged WA");
    }
    assertThat(service.submission(learner, id).path("tests_done").asInt()).isEqualTo(3);
  }

  @Test
  void rejudgingStartsTheStoryAfresh() {
    long id = judged();
    service.rejudge(service.person(Role.AUTHOR), id);
    try (EventReader reader = follow(service, learner, id, 3)) {
      assertThat(next(reader).brief()).isEqualTo("queued");
      Lease lease = judge.take();
      assertThat(next(reader).brief()).isEqualTo("judging");
      judge.finish(lease, "AC", 10, JsonTest.of(1, "AC"));
      assertThat(briefs(reader.rest())).containsExactly("test 1 AC", "judged AC");
    }
  }

  @Test
  void aReportThatIsRepeatedIsShownOnce() {
    long id = service.submit(learner, exercise);
    Lease lease = judge.take();
    Map<String, Object> report =
        Map.of(
            "compile",
            Map.of("ok", true, "output", "a warning"),
            "tests_total",
            2,
            "tests",
            List.of(JsonTest.of(1, "AC")));
    try (EventReader reader = follow(service, learner, id, 0)) {
      List<String> seen = new ArrayList<>();
      judge.send(lease, "events", report);
      while (!seen.contains("test 1 AC")) {
        seen.add(next(reader).brief());
      }
      for (int i = 0; i < 3; i++) {
        assertThat(judge.send(lease, "events", report).status()).isEqualTo(204);
      }
      judge.tests(lease, JsonTest.of(1, "AC"), JsonTest.of(2, "WA"));
      assertThat(next(reader).brief()).isEqualTo("test 2 WA");
    }
  }

  /** Reading the program would fail on this one. */
  @Test
  void followingAndListingDoNotReadTheProgram() {
    long id = judged();
    try (Database database = service.database()) {
      database
          .jdbi()
          .useHandle(
              handle -> handle.execute("UPDATE scores SET submission_data = '{\"files\": 5}'"));
    }
    try (EventReader reader = follow(service, learner, id, 0)) {
      assertThat(briefs(reader.rest())).endsWith("judged WA");
    }
    JsonNode listed = service.get(learner, "/api/v1/submissions").json();
    assertThat(listed.at("/items/0/id").asLong()).isEqualTo(id);
    String path = "/api/v1/submissions/" + id;
    assertThat(service.probe.withToken(learner.token()).get(path).status())
        .as("shows the program")
        .isEqualTo(500);
  }

  @Test
  void commentsKeepAQuietStreamAlive() {
    long id = service.submit(learner, exercise);
    try (EventReader reader = follow(service, learner, id, 0)) {
      assertThat(next(reader).brief()).isEqualTo("queued");
      reader.awaitComment();
      reader.awaitComment();
    }
  }

  @Test
  void theEndOfTheProcessEndsStreams() {
    RunningService other = service.another();
    long id = service.submit(learner, exercise);
    try (EventReader reader = follow(other, learner, id, 0)) {
      assertThat(next(reader).brief()).isEqualTo("queued");
      other.close();
      assertThat(reader.next()).isEmpty();
    } finally {
      other.close(); // once more does no harm
    }
  }

  @Test
  void manyFollowersSeeTheSame() {
    long id = service.submit(learner, exercise);
    List<EventReader> readers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      readers.add(follow(service, learner, id, 0));
    }
    readers.forEach(reader -> assertThat(next(reader).brief()).isEqualTo("queued"));
    Lease lease = judge.take();
    judge.finish(lease, "AC", 10, JsonTest.of(1, "AC"));
    for (EventReader reader : readers) {
      assertThat(briefs(reader.rest())).endsWith("test 1 AC", "judged AC");
      reader.close();
    }
  }

  @Test
  void nobodyFollowsAnotherLearner() {
    long id = service.submit(learner, exercise);
    assertThat(
            service
                .get(
                    service.learner(),
                    "/api/v1/submissions/" + id + "/events",
                    "/api/v1/submissions/{id}/events")
                .code())
        .isEqualTo("submission_not_found");
    try (EventReader reader = follow(service, service.person(Role.AUTHOR), id, 0)) {
      assertThat(next(reader).brief()).isEqualTo("queued");
    }
  }
}
