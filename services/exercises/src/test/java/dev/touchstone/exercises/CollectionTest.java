package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Exercises in an order, which everybody reads, and owners and administrators change. */
class CollectionTest {
  private static final String COLLECTIONS = "/api/v1/collections";
  private static final String COLLECTION = COLLECTIONS + "/{id}";
  private static final long OTHER = 31;

  @TempDir private static Path data;
  private static RunningService service;
  private static String other;
  private static long first;
  private static long second;
  private static long hidden;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
    other = service.users.token(OTHER, Role.AUTHOR);
    first = service.add(PackageFixture.named("first"));
    second = service.add(PackageFixture.named("second"));
    hidden = service.add(PackageFixture.named("hidden"));
    service.patch(service.author, hidden, Map.of("is_active", false));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Map<String, Object> course(long... exercises) {
    return new HashMap<>(
        Map.of(
            "titles", Map.of("en", "First steps", "vi", " Những bước đầu "),
            "descriptions", Map.of("vi", "Từ dễ đến khó."),
            "exercise_ids", LongStream.of(exercises).boxed().toList(),
            "is_active", true));
  }

  private static HttpProbe.Answer post(@Nullable String token, Map<String, ?> body) {
    return RunningService.checked(
        "POST",
        COLLECTIONS,
        service.as(token).post(COLLECTIONS, Json.MAPPER.writeValueAsString(body)));
  }

  private static JsonNode add(Map<String, ?> body) {
    HttpProbe.Answer answer = post(service.author, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static HttpProbe.Answer put(
      @Nullable String token, long id, String ifMatch, Map<String, ?> body) {
    HttpProbe caller = service.as(token);
    HttpRequest.Builder request =
        caller
            .request(COLLECTIONS + "/" + id)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    return RunningService.checked("PUT", COLLECTION, caller.send(request));
  }

  private static HttpProbe.Answer delete(@Nullable String token, long id) {
    HttpProbe caller = service.as(token);
    return RunningService.checked(
        "DELETE", COLLECTION, caller.send(caller.request(COLLECTIONS + "/" + id).DELETE()));
  }

  private static HttpProbe.Answer get(@Nullable String token, long id) {
    return service.get(token, COLLECTIONS + "/" + id + "?locale=vi", COLLECTION);
  }

  private static List<String> slugs(JsonNode collection) {
    return collection
        .path("exercises")
        .valueStream()
        .map(exercise -> exercise.path("slug").asString())
        .toList();
  }

  private static List<Long> listed(@Nullable String token, String query) {
    return service
        .get(token, COLLECTIONS + query)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asLong())
        .toList();
  }

  @Test
  void everybodyReadsItInTheOrderOfItsAuthor() {
    HttpProbe.Answer made = post(service.author, course(second, hidden, first));
    long id = made.json().path("id").asLong();
    assertThat(made.header("Location")).isEqualTo(COLLECTIONS + "/" + id);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(slugs(made.json())).containsExactly("second", "hidden", "first");
    assertThat(made.json().path("may_edit").asBoolean()).isTrue();

    for (String reader : new String[] {"", service.learner, other}) {
      JsonNode read = get(reader.isEmpty() ? null : reader, id).json();
      assertThat(read.path("title").asString()).isEqualTo("Những bước đầu");
      assertThat(read.path("description").asString()).isEqualTo("Từ dễ đến khó.");
      assertThat(slugs(read)).containsExactly("second", "first");
      assertThat(read.at("/exercises/0/title").asString()).isEqualTo("Đường về nhà ngắn nhất");
      assertThat(read.path("may_edit").asBoolean()).isFalse();
    }
    JsonNode summary =
        service
            .get(null, COLLECTIONS)
            .json()
            .path("items")
            .valueStream()
            .filter(item -> item.path("id").asLong() == id)
            .findFirst()
            .orElseThrow();
    assertThat(summary.path("title").asString()).isEqualTo("First steps");
    assertThat(summary.path("exercise_ids")).hasToString("[%d,%d]".formatted(second, first));
    String tag = service.get(null, COLLECTIONS + "/" + id, COLLECTION).header("ETag");
    HttpRequest.Builder again =
        service.probe.request(COLLECTIONS + "/" + id).header("If-None-Match", tag).GET();
    assertThat(service.probe.send(again).status()).isEqualTo(304);
  }

  @Test
  void itsOwnerChangesTheOrder() {
    long id = add(course(first, second)).path("id").asLong();
    HttpProbe.Answer turned = put(service.author, id, "\"1\"", course(second, first));
    assertThat(turned.header("ETag")).isEqualTo("\"2\"");
    assertThat(slugs(turned.json())).containsExactly("second", "first");
    assertThat(put(service.author, id, "\"1\"", course()).code()).isEqualTo("precondition_failed");
    assertThat(slugs(get(null, id).json())).containsExactly("second", "first");
    assertThat(put(service.author, id, "", course()).code()).isEqualTo("precondition_required");
    assertThat(slugs(put(service.admin, id, "*", course(first)).json())).containsExactly("first");
  }

  @Test
  void othersNeitherChangeItNorKnowOfItBeforeItIsActive() {
    Map<String, Object> course = course(first);
    long open = add(course).path("id").asLong();
    course.put("is_active", false);
    long closed = add(course).path("id").asLong();
    assertThat(put(service.learner, open, "*", course).code()).isEqualTo("forbidden");
    assertThat(put(other, open, "*", course).code()).isEqualTo("forbidden");
    assertThat(delete(other, open).code()).isEqualTo("forbidden");
    assertThat(put(null, open, "*", course).code()).isEqualTo("unauthenticated");
    for (HttpProbe.Answer answer :
        List.of(
            get(null, closed),
            get(other, closed),
            put(other, closed, "*", course),
            delete(other, closed))) {
      assertThat(answer.code()).isEqualTo("collection_not_found");
    }
    assertThat(get(service.author, closed).status()).isEqualTo(200);
    assertThat(get(service.admin, closed).json().path("may_edit").asBoolean()).isTrue();
    assertThat(listed(null, "")).contains(open).doesNotContain(closed);
    assertThat(listed(service.author, "?mine=true")).contains(open, closed);
    assertThat(listed(service.admin, "?mine=true")).contains(open, closed);
    assertThat(listed(other, "?mine=true")).isEmpty();
    assertThat(service.get(service.learner, COLLECTIONS + "?mine=true").code())
        .isEqualTo("forbidden");
    assertThat(service.get(null, COLLECTIONS + "?mine=true").code()).isEqualTo("unauthenticated");
    assertThat(post(service.learner, course).code()).isEqualTo("forbidden");
  }

  @Test
  void aDeletedOneIsGone() {
    long id = add(course(first)).path("id").asLong();
    assertThat(delete(service.author, id).status()).isEqualTo(204);
    assertThat(get(service.author, id).code()).isEqualTo("collection_not_found");
    assertThat(delete(service.author, id).code()).isEqualTo("collection_not_found");
    assertThat(put(service.author, id, "*", course()).code()).isEqualTo("collection_not_found");
    assertThat(service.get(null, COLLECTIONS + "/x", COLLECTION).code())
        .isEqualTo("collection_not_found");
  }

  @Test
  void theListComesPageByPage() {
    for (int i = 0; i < 3; i++) {
      add(course());
    }
    List<Long> all = listed(null, "?limit=200");
    List<Long> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          service
              .get(null, COLLECTIONS + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .json();
      page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
      cursor = page.path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(all).isSorted().hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void theCollectionsOfADeletedAccountAreTheAdministrators() {
    long gone = 77;
    String token = service.users.token(gone, Role.AUTHOR);
    Map<String, Object> course = course(first);
    course.put("is_active", false);
    long id = post(token, course).json().path("id").asLong();
    service.users.delete(gone);
    service.service.followDeletedAccounts();
    assertThat(get(token, id).code()).isEqualTo("collection_not_found");
    assertThat(get(service.admin, id).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoCollection() {
    Map<String, Object> faults = new HashMap<>();
    faults.put("titles", Map.of("vi", " "));
    faults.put("descriptions", Map.of("vi", "a".repeat(5001)));
    faults.put("exercise_ids", List.of(first, first));
    faults.put("is_active", null);
    faults.forEach((field, fault) -> {
      Map<String, Object> course = course();
      course.put(field, fault);
      HttpProbe.Answer answer = post(service.author, course);
      assertThat(answer.status()).as(field).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    });
    assertThat(post(other, course(hidden)).json().at("/errors/0/code").asString())
        .as("an exercise that the author does not see")
        .isEqualTo("unknown");
    assertThat(post(service.author, course(999_999)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=x",
        "?mine=maybe",
        "?locale=%00",
        "?cursor=x",
        "?cursor=WyJ4Il0"
      })
  void refusesABadQuestion(String query) {
    HttpProbe.Answer answer = service.get(null, COLLECTIONS + query);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.json().path("errors").size()).isEqualTo(1);
  }
}
