package dev.touchstone.exercises;

import static dev.touchstone.exercises.RunningService.EXERCISE;
import static dev.touchstone.exercises.RunningService.EXERCISES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.HttpProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may see and change an exercise. */
class MembersTest {
  private static final String MEMBERS = EXERCISE + "/members";
  private static final String MEMBER = MEMBERS + "/{user_id}";
  private static final String OF_USER = "/internal/v1/users/{id}/memberships";
  private static final String DRAFTS = "/api/v1/authoring/drafts";

  private static final long CHI = 31;
  private static final long DUC = 32;
  private static final long PUPIL = 33;
  private static final long CLOSED = 34;
  private static final long GONE = 35;

  @TempDir private static Path data;
  private static RunningService service;
  private static String chi;
  private static String duc;
  private static int count;
  private long id;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
    service.users.account(FakeUserManagement.USER, Role.AUTHOR, true);
    service.users.account(CHI, Role.AUTHOR, true);
    service.users.account(DUC, Role.AUTHOR, true);
    service.users.account(PUPIL, Role.LEARNER, true);
    service.users.account(CLOSED, Role.AUTHOR, false);
    chi = service.users.token(CHI, Role.AUTHOR);
    duc = service.users.token(DUC, Role.AUTHOR);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void write() {
    id = service.add(PackageFixture.named("of-members-" + ++count));
  }

  @Test
  void theAuditLogGetsWhatOwnersDo() {
    assertThat(put(service.author, Map.of("username", "author31", "role", "editor")).status())
        .isEqualTo(200);
    assertThat(remove(service.author, CHI).status()).isEqualTo(204);
    service.patch(service.author, id, Map.of("is_active", false));
    service.service.deliverAudit();
    String done = " exercise:" + id + " by " + FakeUserManagement.USER;
    assertThat(service.users.events())
        .filteredOn(event -> event.contains(" exercise:" + id + " "))
        .startsWith("exercise.published" + done)
        .contains("exercise.shared" + done, "exercise.unshared" + done, "exercise.hidden" + done);
  }

  @Test
  void whoMadeAnExerciseOwnsIt() {
    assertThat(members(service.author)).containsExactly("7 author7 owner true");
    assertThat(service.slugs(service.author, "?mine=true")).contains("of-members-" + count);
    assertThat(service.slugs(chi, "?mine=true")).doesNotContain("of-members-" + count);
    assertThat(service.get(service.author, EXERCISES + "/" + id, EXERCISE).json().path("access"))
        .hasToString("\"owner\"");
    assertThat(service.get(chi, EXERCISES + "/" + id, EXERCISE).json().has("access")).isFalse();
    assertThat(service.get(service.learner, EXERCISES + "/" + id, EXERCISE).json().has("access"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /package", "GET /revisions", "GET /revisions/1/changes", "GET /test-cases",
        "GET /solutions", "POST /revisions/1/restore", "PUT ", "PATCH ",
      })
  void onlyEditorsSeeAndChangeWhatIsHidden(String call) {
    add("author31", "viewer");
    assertThat(status(duc, call)).isEqualTo("403 not_a_member");
    assertThat(status(chi, call)).isEqualTo("403 not_a_member");
    assertThat(status(service.learner, call)).isEqualTo("403 forbidden");
    add("author31", "editor");
    assertThat(status(chi, call)).startsWith("200");
    assertThat(status(service.admin, call)).startsWith("200");
  }

  @Test
  void onlyMembersSeeAnExerciseThatIsNotActive() {
    service.patch(service.author, id, Map.of("is_active", false));
    String slug = "of-members-" + count;
    add("author31", "viewer");
    for (String path : List.of("", "/attachments/grid.png")) {
      assertThat(service.as(chi).get(EXERCISES + "/" + id + path).status()).isEqualTo(200);
      assertThat(service.as(duc).get(EXERCISES + "/" + id + path).status()).isEqualTo(404);
      assertThat(service.as(service.admin).get(EXERCISES + "/" + id + path).status())
          .isEqualTo(200);
    }
    assertThat(service.slugs(chi, "?include_inactive=true")).contains(slug);
    assertThat(service.slugs(duc, "?include_inactive=true")).doesNotContain(slug);
    assertThat(service.slugs(duc, "?include_inactive=true&mine=true")).doesNotContain(slug);
    assertThat(service.slugs(service.admin, "?include_inactive=true&mine=true")).contains(slug);
    assertThat(status(duc, "GET /package")).isEqualTo("404 exercise_not_found");
  }

  @Test
  void allAuthorsCanBeGivenAccess() {
    assertThat(put(service.author, Map.of("role", "owner")).status()).isEqualTo(400);
    assertThat(put(service.author, Map.of("role", "editor")).status()).isEqualTo(200);
    assertThat(members(duc)).containsExactly("7 author7 owner true", "0 null editor true");
    assertThat(status(duc, "GET /package")).startsWith("200");
    assertThat(status(service.learner, "GET /package")).isEqualTo("403 forbidden");
    assertThat(remove(duc, 0).code()).isEqualTo("not_a_member");
    assertThat(remove(service.author, 0).status()).isEqualTo(204);
    assertThat(status(duc, "GET /package")).isEqualTo("403 not_a_member");
  }

  @Test
  void onlyTheOwnerAndAdministratorsChooseMembers() {
    add("author31", "editor");
    assertThat(put(chi, Map.of("username", "author32", "role", "viewer")).code())
        .isEqualTo("not_a_member");
    assertThat(put(duc, Map.of("username", "author32", "role", "viewer")).code())
        .isEqualTo("not_a_member");
    assertThat(service.get(duc, EXERCISES + "/" + id + "/members", MEMBERS).code())
        .isEqualTo("not_a_member");
    assertThat(remove(chi, FakeUserManagement.USER).code()).isEqualTo("not_a_member");
    assertThat(put(service.admin, Map.of("username", "author32", "role", "viewer")).status())
        .isEqualTo(200);
    assertThat(remove(duc, DUC).status()).as("whoever wants to leave").isEqualTo(204);
    assertThat(remove(service.author, DUC).code()).isEqualTo("member_not_found");
  }

  @Test
  void membersAreAuthorsWithAnOpenAccount() {
    assertThat(put(service.author, Map.of("username", "learner33", "role", "viewer")).code())
        .isEqualTo("not_an_author");
    assertThat(put(service.author, Map.of("username", "author34", "role", "viewer")).code())
        .isEqualTo("user_not_found");
    assertThat(put(service.author, Map.of("username", "nobody & x", "role", "viewer")).code())
        .isEqualTo("user_not_found");
    add("author31", "viewer");
    service.users.account(CHI, Role.AUTHOR, false);
    try {
      assertThat(members(service.author)).contains("31 author31 viewer false");
    } finally {
      service.users.account(CHI, Role.AUTHOR, true);
    }
  }

  @Test
  void ownershipIsTransferredAndNeverLost() {
    assertThat(remove(service.author, FakeUserManagement.USER).code()).isEqualTo("owner_required");
    assertThat(put(service.author, Map.of("username", "author7", "role", "viewer")).code())
        .isEqualTo("owner_required");
    add("author31", "owner");
    assertThat(members(chi)).containsExactly("31 author31 owner true", "7 author7 editor true");
    assertThat(put(service.author, Map.of("username", "author32", "role", "viewer")).code())
        .isEqualTo("not_a_member");
    assertThat(put(service.admin, Map.of("username", "author32", "role", "owner")).status())
        .as("the owner may be away for good")
        .isEqualTo(200);
  }

  @Test
  void changesAreRemembered() {
    add("author31", "viewer");
    add("author31", "editor");
    add("author31", "editor");
    remove(service.author, CHI);
    assertThat(
            service
                .get(service.author, EXERCISES + "/" + id + "/members", MEMBERS)
                .json()
                .path("changes")
                .valueStream()
                .map(change ->
                    "%s: %s > %s by %s"
                        .formatted(
                            text(change, "username"),
                            text(change, "before"),
                            text(change, "after"),
                            text(change, "changed_by_name"))))
        .containsExactly(
            "author31: editor > null by author7",
            "author31: viewer > editor by author7",
            "author31: null > viewer by author7",
            "author7: null > owner by author7");
  }

  @Test
  void anExerciseHasAHundredMembersAtMost() {
    IntStream.rangeClosed(200, 298)
        .forEach(user -> {
          service.users.account(user, Role.AUTHOR, true);
          add("author" + user, "viewer");
        });
    HttpProbe.Answer refused =
        put(service.author, Map.of("username", "author31", "role", "viewer"));
    assertThat(refused.code()).isEqualTo("too_many_members");
    assertThat(members(service.author)).hasSize(100);
  }

  @Test
  void aDraftOfAnExerciseIsForItsEditors() {
    add("author31", "viewer");
    Map<String, Object> edit = Map.of("exercise_id", id);
    Map<String, Object> copy = Map.of("exercise_id", id, "copy", true);
    assertThat(draft(duc, copy).code()).isEqualTo("not_a_member");
    assertThat(draft(chi, copy).code()).isEqualTo("not_a_member");
    add("author31", "editor");
    assertThat(draft(chi, copy).status()).isEqualTo(201);
    String address = DRAFTS + "/" + draft(chi, edit).json().path("id").asLong();
    assertThat(service.get(chi, address, DRAFTS + "/{id}").status()).isEqualTo(200);
    remove(service.author, CHI);
    HttpProbe.Answer refused = service.get(chi, address, DRAFTS + "/{id}");
    assertThat(refused.status() + " " + refused.code()).isEqualTo("403 not_a_member");
    assertThat(service.get(service.admin, address, DRAFTS + "/{id}").status()).isEqualTo(200);
    HttpProbe caller = service.as(chi);
    assertThat(caller.send(caller.request(address).DELETE()).status()).isEqualTo(204);
  }

  @Test
  void aDeletedAccountIsNoMemberAndItsDraftsAreTheAdministrators() {
    service.users.account(GONE, Role.AUTHOR, true);
    String gone = service.users.token(GONE, Role.AUTHOR);
    add("author35", "editor");
    long draft = draft(gone, Map.of("exercise_id", id)).json().path("id").asLong();
    add("author35", "owner");
    assertThat(drafts(service.admin)).doesNotContain(draft);
    service.users.delete(GONE);
    service.service.followDeletedAccounts();
    service.service.followDeletedAccounts();
    assertThat(members(service.author)).containsExactly("7 author7 editor true");
    JsonNode change =
        service
            .get(service.author, EXERCISES + "/" + id + "/members", MEMBERS)
            .json()
            .at("/changes/0");
    assertThat(change.path("before").asString()).isEqualTo("owner");
    assertThat(change.path("after").isNull()).isTrue();
    assertThat(service.get(gone, DRAFTS + "/" + draft, DRAFTS + "/{id}").status()).isEqualTo(404);
    assertThat(drafts(service.admin)).contains(draft);
    assertThat(drafts(service.author)).doesNotContain(draft);
  }

  private static List<Long> drafts(String token) {
    return service
        .get(token, DRAFTS)
        .json()
        .path("items")
        .valueStream()
        .map(each -> each.path("id").asLong())
        .toList();
  }

  @Test
  void otherServicesLearnWhatSomebodyIsAMemberOf() {
    add("author31", "editor");
    put(service.author, Map.of("role", "viewer"));
    String internal = RunningService.INTERNAL_TOKEN;
    JsonNode found =
        service.get(internal, "/internal/v1/users/" + CHI + "/memberships", OF_USER).json();
    assertThat(
            found
                .path("items")
                .valueStream()
                .filter(each -> each.path("exercise_id").asLong() == id)
                .map(each -> each.path("role").asString()))
        .containsExactly("viewer", "editor");
    assertThat(service.get(internal, "/internal/v1/users/x/memberships", OF_USER).code())
        .isEqualTo("user_not_found");
    assertThat(service.get(chi, "/internal/v1/users/31/memberships", OF_USER).status())
        .isEqualTo(401);
  }

  private void add(String username, String role) {
    HttpProbe.Answer answer = put(service.author, Map.of("username", username, "role", role));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private HttpProbe.Answer put(String token, Map<String, ?> body) {
    return RunningService.checked(
        "POST",
        MEMBERS,
        service
            .as(token)
            .post(EXERCISES + "/" + id + "/members", Json.MAPPER.writeValueAsString(body)));
  }

  private HttpProbe.Answer remove(String token, long user) {
    HttpProbe caller = service.as(token);
    return RunningService.checked(
        "DELETE",
        MEMBER,
        caller.send(caller.request(EXERCISES + "/" + id + "/members/" + user).DELETE()));
  }

  private static HttpProbe.Answer draft(String token, Map<String, ?> body) {
    return RunningService.checked(
        "POST", DRAFTS, service.as(token).post(DRAFTS, Json.MAPPER.writeValueAsString(body)));
  }

  private List<String> members(String token) {
    return service
        .get(token, EXERCISES + "/" + id + "/members", MEMBERS)
        .json()
        .path("items")
        .valueStream()
        .map(each ->
            "%d %s %s %s"
                .formatted(
                    each.path("user_id").asLong(),
                    text(each, "username"),
                    text(each, "role"),
                    each.path("is_active").asBoolean()))
        .toList();
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).isNull() ? null : node.path(name).asString();
  }

  /** Makes a call such as {@code GET /package} with the exercise. */
  private String status(String token, String call) {
    String[] parts = call.split(" ", 2);
    String path = EXERCISES + "/" + id + parts[1];
    byte[] zip = PackageFixture.named("of-members-" + count).zip();
    HttpProbe.Answer answer =
        switch (parts[0]) {
          case "GET" -> service.as(token).get(path);
          case "PATCH" -> service.as(token).send("PATCH", path, "{\"is_active\": true}");
          default -> service.send(token, parts[0], path, zip, Map.of("If-Match", "*"));
        };
    return answer.status() + " " + (answer.status() < 400 ? "" : answer.code());
  }
}
