package dev.touchstone.scores;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.judgeprotocol.Memberships;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.testing.TestTokens;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** User management and exercises, as far as scores calls them. */
final class FakePlatform implements AutoCloseable {
  final TestTokens tokens = new TestTokens();
  private final Map<Long, Map<String, Object>> exercises = new ConcurrentHashMap<>();
  private final Map<Long, Map<String, Object>> guidance = new ConcurrentHashMap<>();
  private final Map<Long, Map<Long, MemberRole>> members = new ConcurrentHashMap<>();
  private final ServiceServer server;
  private final List<Long> deletedAccounts = new CopyOnWriteArrayList<>();
  private volatile boolean exercisesAway;

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private volatile boolean auditLogAway;

  FakePlatform() {
    HttpService endpoints =
        rules ->
            rules
                .get("/.well-known/jwks.json", (request, response) -> response.send(tokens.jwks()))
                .get(
                    "/internal/v1/revocations",
                    (request, response) ->
                        Json.send(response, Map.of("revoked", List.of(), "cursor", "0")))
                .get(
                    "/internal/v1/deleted-accounts",
                    (request, response) ->
                        Json.send(
                            response, deletedSince(Integer.parseInt(request.query().get("since")))))
                .post("/internal/v1/audit-log", this::auditLog)
                .get(
                    "/internal/v1/users/{id}/memberships",
                    (request, response) ->
                        Json.send(
                            response,
                            memberships(Long.parseLong(request.path().pathParameters().get("id")))))
                .get(
                    "/internal/v1/exercises/{id}/guidance",
                    (request, response) ->
                        Json.send(
                            response,
                            guidance(Long.parseLong(request.path().pathParameters().get("id")))))
                .get(
                    "/internal/v1/exercises/{id}",
                    (request, response) ->
                        Json.send(
                            response,
                            exercise(Long.parseLong(request.path().pathParameters().get("id")))));
    server =
        ServiceServer.start(
            "fake",
            new ServiceServer.Address("127.0.0.1", 0, 0),
            Metrics.of("fake"),
            Tracing.off(),
            List.of(),
            List.of(endpoints));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Puts an exercise up, worth 100 points, in all languages. */
  void open(long id) {
    change(id, Map.of());
  }

  /** Puts an exercise up with some fields different. */
  void change(long id, Map<String, ?> fields) {
    Map<String, Object> exercise =
        new HashMap<>(
            Map.of(
                "exercise_id",
                id,
                "revision",
                3,
                "slug",
                "exercise-" + id,
                "is_active",
                true,
                "points",
                100,
                "languages",
                List.of(),
                "source_kib",
                256));
    exercise.putAll(fields);
    exercises.put(id, exercise);
  }

  /** Deletes an exercise. */
  void remove(long id) {
    exercises.remove(id);
  }

  /** Deletes an account; each counts as old enough that it comes once only. */
  void deleteAccount(long userId) {
    deletedAccounts.add(userId);
  }

  /** What the audit log has taken, or was to take while user management was away. */
  List<JsonNode> events() {
    return List.copyOf(events);
  }

  /** Lets the audit log answer with 503. */
  void auditLogAway(boolean away) {
    auditLogAway = away;
  }

  private void auditLog(ServerRequest request, ServerResponse response) {
    Json.read(request, JsonNode.class).path("events").valueStream().forEach(events::add);
    if (auditLogAway) {
      throw ProblemException.unavailable("Away.");
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  /** One at a time. */
  private Map<String, Object> deletedSince(int place) {
    List<Long> next = deletedAccounts.stream().skip(place).limit(1).toList();
    return Map.of("user_ids", next, "cursor", Integer.toString(place + next.size()));
  }

  void exercisesAway(boolean away) {
    exercisesAway = away;
  }

  /** Makes an author a member of some exercises, by role, and of no others; others own all. */
  void members(long author, Map<Long, MemberRole> roles) {
    members.put(author, roles);
  }

  private Memberships memberships(long author) {
    if (exercisesAway) {
      throw ProblemException.unavailable("Away.");
    }
    Map<Long, MemberRole> roles =
        members.getOrDefault(
            author,
            exercises.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> MemberRole.OWNER)));
    return new Memberships(
        roles.entrySet().stream()
            .map(each -> new Memberships.Membership(each.getKey(), each.getValue().wireName()))
            .toList());
  }

  /** Gives an exercise hints or an editorial. */
  void guide(long id, Map<String, ?> fields) {
    guidance.put(id, Map.copyOf(fields));
  }

  private Map<String, Object> guidance(long id) {
    Map<String, Object> exercise = exercise(id);
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "exercise_id",
                id,
                "is_active",
                exercise.getOrDefault("is_active", true),
                "hints",
                List.of(),
                "editorial",
                Map.of(),
                "visible",
                "after_solved",
                "attempts",
                3));
    all.putAll(guidance.getOrDefault(id, Map.of()));
    return all;
  }

  private Map<String, Object> exercise(long id) {
    if (exercisesAway) {
      throw ProblemException.unavailable("Away.");
    }
    return Optional.ofNullable(exercises.get(id))
        .orElseThrow(() -> ProblemException.notFound("exercise_not_found", "None."));
  }

  @Override
  public void close() {
    server.close();
  }
}
