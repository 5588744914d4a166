package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.testing.Await;
import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Things for the operations of {@link AuthorizationMatrixTest}, each with whom it belongs to. */
final class Props {
  private static final String DRAFTS = "/api/v1/authoring/drafts";
  private static final String COLLECTIONS = "/api/v1/collections";
  private static final String IMPORTS = "/api/v1/authoring/imports";
  private static final String SUBMISSIONS = "/api/v1/submissions";

  private static final List<String> OF_NOTHING =
      List.of("/api/v1/users", "/api/v1/invitations", "/api/v1/mails");

  private static final Map<String, ?> COLLECTION =
      Map.of("titles", Map.of("vi", "Vòng lặp"), "is_active", true);

  /** Requests that must be as they are, or they would be refused before anybody's rights count. */
  private final Map<String, String> bodies = new HashMap<>();

  private final Cast cast;
  private final long exercise;
  private final long submission;
  private final long run;
  private final long comment;
  private final long draft;
  private final long checkedDraft;
  private final long check;
  private final long collection;
  private final long rejudging;
  private final long imported;

  Props(Cast cast) {
    this.cast = cast;
    HttpProbe administrator = cast.as(Actor.ADMINISTRATOR);
    exercise = administrator.get("/api/v1/exercises/" + Exercises.SLUG).json().path("id").asLong();
    share(Actor.AUTHOR, "owner");
    share(Actor.CO_AUTHOR, "editor");
    share(Actor.VIEWER, "viewer");
    submission = queued(SUBMISSIONS);
    run = queued("/api/v1/runs");
    comment = comment();
    draft = draft();
    checkedDraft = draft();
    check = check();
    collection = collection();
    imported = imported();
    Map<String, Long> ofExercise = Map.of("exercise_id", exercise);
    rejudging =
        Cast.post(cast.as(Actor.AUTHOR), SUBMISSIONS + "/rejudge", ofExercise).path("id").asLong();
    bodies.put("PATCH /api/v1/exercises/{id}", "{\"is_active\": true}");
    bodies.put(
        "POST /api/v1/exercises/{id}/members",
        "{\"username\": \"%s\", \"role\": \"owner\"}".formatted(cast.username(Actor.AUTHOR)));
    bodies.put("PUT " + DRAFTS + "/{id}/tests/{path}", "{\"input\": \"1\", \"answer\": \"1\"}");
    bodies.put("POST " + SUBMISSIONS + "/rejudge", "{\"exercise_id\": %d}".formatted(exercise));
    bodies.put("POST " + SUBMISSIONS + "/{id}/comments", "{\"line\": 1, \"text\": \"So?\"}");
    bodies.put("PUT " + COLLECTIONS + "/{id}", Json.MAPPER.writeValueAsString(COLLECTION));
    bodies.put("POST " + COLLECTIONS, Json.MAPPER.writeValueAsString(COLLECTION));
    bodies.put("PATCH /api/v1/comments/{id}", "{\"text\": \"Well?\"}");
  }

  /** Who made what an operation is about. */
  static Actor maker(String path) {
    if (path.startsWith("/api/v1/authoring/")
        || path.startsWith("/api/v1/checks")
        || path.startsWith(COLLECTIONS)) {
      return Actor.AUTHOR;
    }
    return path.startsWith("/api/v1/comments") ? Actor.CO_AUTHOR : Actor.LEARNER;
  }

  String body(String operation) {
    return bodies.getOrDefault(operation, "{}");
  }

  /** The address of something that exists, where rights depend on it, and else of nothing. */
  String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    return path.replace("{id}", id(operation, path))
        .replace("{revision}", "1")
        .replace("{language}", "python3")
        .replace("{path}", path.contains("/tests/") ? "secret/matrix" : "notes.txt")
        .replaceAll("\\{[a-z_]+}", "999999");
  }

  private String id(String operation, String path) {
    long id =
        switch (operation) {
          case "DELETE /api/v1/authoring/drafts/{id}" -> draft(); // it is gone after the first
          case "DELETE /api/v1/collections/{id}" -> collection();
          case "DELETE /api/v1/comments/{id}" -> comment();
          case "POST /api/v1/authoring/drafts/{id}/judge" -> checkedDraft;
          case "GET /api/v1/statistics/learners/{id}" -> cast.id(Actor.LEARNER);
          default -> id(path);
        };
    return Long.toString(id);
  }

  private long id(String path) {
    Map<String, Long> ids =
        Map.of(
            DRAFTS + "/",
            draft,
            IMPORTS + "/",
            imported,
            SUBMISSIONS + "/rejudgings/",
            rejudging,
            SUBMISSIONS + "/{",
            submission,
            "/api/v1/runs/",
            run,
            "/api/v1/comments/",
            comment,
            "/api/v1/checks/",
            check,
            COLLECTIONS + "/",
            collection);
    if (OF_NOTHING.stream().anyMatch(path::startsWith)) {
      return 999_999;
    }
    return ids.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(exercise);
  }

  private void share(Actor author, String role) {
    Cast.post(
        cast.as(Actor.ADMINISTRATOR),
        "/api/v1/exercises/" + exercise + "/members",
        Map.of("username", cast.username(author), "role", role));
  }

  /** A submission or run that no judge will work on for long. */
  private long queued(String path) {
    HttpProbe learner = cast.as(Actor.LEARNER);
    Map<String, Object> program =
        Map.of("exercise_id", exercise, "language", "python3", "source", "print()");
    JsonNode made =
        Await.value(
            "a judge",
            () -> {
              HttpProbe.Answer answer = learner.post(path, Json.MAPPER.writeValueAsString(program));
              return answer.status() < 300 ? Optional.of(answer.json()) : Optional.empty();
            });
    long id = made.path("id").asLong();
    learner.post(path + "/" + id + "/cancel", "");
    return id;
  }

  private long comment() {
    String path = SUBMISSIONS + "/" + submission + "/comments";
    Map<String, Object> body = Map.of("line", 1, "text", "Why?");
    return Cast.post(cast.as(Actor.CO_AUTHOR), path, body).path("id").asLong();
  }

  private long draft() {
    Map<String, Long> body = Map.of("exercise_id", exercise);
    return Cast.post(cast.as(Actor.AUTHOR), DRAFTS, body).path("id").asLong();
  }

  private long collection() {
    return Cast.post(cast.as(Actor.AUTHOR), COLLECTIONS, COLLECTION).path("id").asLong();
  }

  private long check() {
    String path = DRAFTS + "/" + checkedDraft + "/judge";
    return Cast.post(cast.as(Actor.AUTHOR), path, Map.of()).path("id").asLong();
  }

  /** A revision that a judge will not find good. */
  private long imported() {
    HttpProbe author = cast.as(Actor.AUTHOR);
    byte[] archive =
        Archives.of(
            Exercises.FOLDER.resolve(Exercises.SLUG),
            Map.of("submissions/accepted/silent.py", "print()\n"));
    HttpProbe.Answer answer =
        author.send(
            author
                .request("/api/v1/exercises/" + exercise)
                .header("Content-Type", "application/zip")
                .header("If-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(archive)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json().path("id").asLong();
  }
}
