package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommentTest {
  private static final RunningService SERVICE = RunningService.start();
  private static final String NOTICES = "/api/v1/comments/notices";
  private static final String OF_SUBMISSION = "/api/v1/submissions/{id}/comments";
  private static final String ONE = "/api/v1/comments/{id}";

  private final Person teacher = SERVICE.person(Role.AUTHOR);
  private final Person learner = SERVICE.learner();
  private final long exercise = SERVICE.exercise();
  private final long submission = submit("a = 1\nb = 2\nprint(a + b)\n");

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private long submit(String source) {
    HttpProbe.Answer answer =
        SERVICE.submit(
            learner, Map.of("exercise_id", exercise, "language", "python3", "source", source));
    return answer.json().path("id").asLong();
  }

  private HttpProbe.Answer comment(Person by, int line, String text) {
    return SERVICE.post(
        by,
        "/api/v1/submissions/" + submission + "/comments",
        OF_SUBMISSION,
        Map.of("line", line, "text", text));
  }

  private JsonNode comments(Person by) {
    return SERVICE
        .get(by, "/api/v1/submissions/" + submission + "/comments", OF_SUBMISSION)
        .json()
        .path("items");
  }

  private JsonNode notices(Person by, String query) {
    return SERVICE.get(by, NOTICES + query).json();
  }

  private int unread(Person by) {
    return notices(by, "").path("unread").asInt();
  }

  private HttpProbe.Answer markRead(Person by, Map<String, ?> body) {
    return SERVICE.post(by, NOTICES + "/read", NOTICES + "/read", body);
  }

  @Test
  void theAuditLogGetsWhatTeachersDoAndLosesNothing() {
    SERVICE.platform.auditLogAway(true);
    long id = comment(teacher, 2, "What is b?").json().path("id").asLong();
    String address = "/api/v1/comments/" + id;
    SERVICE.send(teacher, "PATCH", address, ONE, Map.of("text", "Why b?"));
    SERVICE.delete(teacher, address, ONE);
    String export = "/api/v1/results/export";
    SERVICE.get(teacher, export + "?exercise_ids=" + exercise, export);
    SERVICE.rejudge(teacher, submission);
    String rejudge = "/api/v1/submissions/rejudge";
    SERVICE.post(teacher, rejudge, rejudge, Map.of("exercise_id", exercise));
    SERVICE.service.deliverAudit();
    SERVICE.platform.auditLogAway(false);
    SERVICE.service.deliverAudit();
    Map<String, String> kinds = new LinkedHashMap<>();
    SERVICE.platform.events().stream()
        .filter(event -> event.path("actor_id").asLong() == teacher.id())
        .forEach(event -> kinds.put(event.path("event").asString(), event.path("kind").asString()));
    assertThat(kinds.values())
        .containsExactly(
            "comment.added",
            "comment.edited",
            "comment.deleted",
            "results.exported",
            "submission.rejudged",
            "exercise.rejudged");
  }

  @Test
  void aTeacherCommentsTheLearnerIsNotifiedAndAnswers() {
    HttpProbe.Answer added = comment(teacher, 3, "  Why a sum?  ");
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(added.json().path("text").asString()).isEqualTo("Why a sum?");
    assertThat(added.json().path("file").asString()).isEqualTo("main");
    JsonNode notice = notices(learner, "?unread=true").at("/items/0");
    assertThat(notice.at("/comment/id")).isEqualTo(added.json().path("id"));
    assertThat(notice.path("exercise_id").asLong()).isEqualTo(exercise);
    assertThat(notice.path("is_read").asBoolean()).isFalse();
    assertThat(unread(learner)).isEqualTo(1);
    assertThat(unread(teacher)).isZero();

    assertThat(comment(learner, 3, "Because.").status()).isEqualTo(201);
    assertThat(unread(learner)).as("one's own comments are no notices").isEqualTo(1);
    assertThat(unread(teacher)).isEqualTo(1);
    JsonNode both = comments(learner);
    assertThat(both).hasSize(2);
    assertThat(both.at("/0/by_learner").asBoolean()).isFalse();
    assertThat(both.at("/1/by_learner").asBoolean()).isTrue();
    assertThat(both.at("/1/username").asString()).isEqualTo(learner.username());
  }

  @Test
  void learnersAnswerOnlyWhereATeacherCommented() {
    comment(teacher, 1, "Here.");
    assertThat(comment(learner, 2, "There?").code()).isEqualTo("answer_only");
    assertThat(comment(learner, 1, "Yes.").status()).isEqualTo(201);
    assertThat(comment(SERVICE.learner(), 1, "Me too.").code()).isEqualTo("submission_not_found");
    assertThat(comments(SERVICE.person(Role.ADMIN))).hasSize(2);
    HttpProbe.Answer other =
        SERVICE.get(
            SERVICE.learner(), "/api/v1/submissions/" + submission + "/comments", OF_SUBMISSION);
    assertThat(other.code()).isEqualTo("submission_not_found");
  }

  @Test
  void linesAndTextsThatAreNoneAreRefused() {
    for (int line : List.of(0, -1, 4, Integer.MAX_VALUE)) {
      HttpProbe.Answer answer = comment(teacher, line, "x");
      assertThat(answer.code()).as("line " + line).isEqualTo("invalid_request");
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("line");
    }
    for (String text : List.of("", "  ", "a\u0000", "x".repeat(4001))) {
      HttpProbe.Answer answer = comment(teacher, 1, text);
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("text");
    }
    HttpProbe.Answer answer =
        SERVICE.post(
            teacher,
            "/api/v1/submissions/" + submission + "/comments",
            OF_SUBMISSION,
            Map.of("file", "other", "line", 1, "text", "x"));
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("file");
    assertThat(comment(teacher, 3, "x".repeat(4000)).status()).isEqualTo(201);
  }

  @Test
  void onlyTheWriterEditsAndDeletes() {
    long id = comment(teacher, 1, "Frist").json().path("id").asLong();
    String path = "/api/v1/comments/" + id;
    for (Person other : List.of(learner, SERVICE.person(Role.ADMIN))) {
      assertThat(SERVICE.send(other, "PATCH", path, ONE, Map.of("text", "x")).code())
          .isEqualTo("comment_not_found");
      assertThat(SERVICE.delete(other, path, ONE).code()).isEqualTo("comment_not_found");
    }
    JsonNode edited = SERVICE.send(teacher, "PATCH", path, ONE, Map.of("text", "First")).json();
    assertThat(edited.path("text").asString()).isEqualTo("First");
    assertThat(edited.path("edited_at").isNull()).isFalse();
    assertThat(SERVICE.send(teacher, "PATCH", path, ONE, Map.of("text", "")).status())
        .isEqualTo(400);
    assertThat(SERVICE.delete(teacher, path, ONE).status()).isEqualTo(204);
    assertThat(comments(learner)).isEmpty();
    assertThat(unread(learner)).isZero();
    assertThat(SERVICE.delete(teacher, path, ONE).code()).isEqualTo("comment_not_found");
  }

  @Test
  void noticesAreReadPageByPageAndMarked() {
    for (int i = 1; i <= 3; i++) {
      comment(teacher, i, "Line " + i);
    }
    JsonNode page = notices(learner, "?limit=2");
    assertThat(page.at("/items/0/comment/text").asString()).isEqualTo("Line 3");
    assertThat(page.path("unread").asInt()).isEqualTo(3);
    JsonNode rest = notices(learner, "?limit=2&cursor=" + page.path("next_cursor").asString());
    assertThat(rest.path("items")).hasSize(1);
    assertThat(rest.path("next_cursor").isNull()).isTrue();
    assertThat(markRead(learner, Map.of("submission_id", 1)).status()).isEqualTo(204);
    assertThat(unread(learner)).isEqualTo(3);
    assertThat(markRead(learner, Map.of("submission_id", submission)).status()).isEqualTo(204);
    assertThat(unread(learner)).isZero();
    assertThat(notices(learner, "?unread=true").path("items")).isEmpty();
    assertThat(notices(learner, "").at("/items/0/is_read").asBoolean()).isTrue();
    comment(teacher, 1, "Again");
    markRead(learner, Map.of());
    assertThat(unread(learner)).isZero();
  }

  @Test
  void whoIsNoTeacherAnyMoreSeesNoNoticesOfOthers() {
    comment(teacher, 1, "Here.");
    comment(learner, 1, "Yes.");
    String token = SERVICE.platform.tokens.token(teacher.id(), "former", Role.LEARNER.wireName());
    Person former = new Person(teacher.id(), "former", token);
    assertThat(notices(former, "").path("items")).isEmpty();
    assertThat(unread(former)).isZero();
  }
}
