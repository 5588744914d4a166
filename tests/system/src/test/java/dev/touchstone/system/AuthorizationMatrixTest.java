package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every operation of every contract, called by everybody through the gateway: each contract says
 * with {@code x-access} who may use an operation, and that is how it is. A new operation is tested
 * by being described.
 */
class AuthorizationMatrixTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** What those hear who may not know that something exists. */
  private static final Set<String> HIDDEN =
      Set.of(
          "check_not_found",
          "collection_not_found",
          "comment_not_found",
          "draft_not_found",
          "exercise_not_found",
          "import_not_found",
          "rejudging_not_found",
          "run_not_found",
          "submission_not_found");

  private static @Nullable Cast cast;
  private static @Nullable Props props;

  /** One operation of a contract, and whether it reads access tokens, and a body. */
  record Operation(String name, String access, boolean readsTokens, boolean hasBody) {
    String method() {
      return name.substring(0, name.indexOf(' '));
    }

    String path() {
      return name.substring(name.indexOf(' ') + 1);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A response, of which streams of events are not read. */
  record Outcome(int status, String code) {}

  @BeforeAll
  static void prepare() {
    Cast everybody = new Cast(StandalonePlatform.shared());
    cast = everybody;
    props = new Props(everybody);
  }

  static Stream<Operation> operations() throws IOException {
    List<Operation> operations = new ArrayList<>();
    try (Stream<Path> contracts = Files.list(ContractCheck.repository().resolve("contracts"))) {
      for (Path contract : contracts.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        JsonNode root = new YAMLMapper().readTree(contract.toFile());
        root.path("paths")
            .forEachEntry((path, methods) ->
                methods.forEachEntry((method, operation) -> {
                  if (METHODS.contains(method)) {
                    operations.add(operation(method, path, operation, root.path("security")));
                  }
                }));
      }
    }
    assertThat(operations).hasSizeGreaterThan(100);
    return operations.stream();
  }

  private static Operation operation(
      String method, String path, JsonNode operation, JsonNode ofAll) {
    JsonNode security = operation.has("security") ? operation.path("security") : ofAll;
    return new Operation(
        method.toUpperCase(Locale.ROOT) + " " + path,
        operation.path("x-access").asString(""),
        security.valueStream().anyMatch(scheme -> scheme.has("accessToken")),
        operation.has("requestBody"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isForThoseWhoMayUseIt(Operation operation) {
    AccessRule rule = AccessRule.of(operation.access());
    // Side by side: most of the time of a call is waiting.
    List<String> surprises =
        Arrays.stream(Actor.values())
            .parallel()
            .flatMap(actor -> surprise(operation, rule, actor).stream())
            .toList();
    assertThat(surprises).isEmpty();
  }

  private static Optional<String> surprise(Operation operation, AccessRule rule, Actor actor) {
    Outcome outcome = call(operation, actor);
    String expected = expected(operation, rule, actor);
    return expected.equals(kind(operation, rule, outcome))
        ? Optional.empty()
        : Optional.of("%s: %s instead of %s".formatted(actor, outcome, expected));
  }

  private static String expected(Operation operation, AccessRule rule, Actor actor) {
    if (rule.isInternal()) {
      return "leads nowhere";
    }
    if (!operation.readsTokens()) {
      return rule == AccessRule.EVERYONE ? "accepted" : "unauthenticated";
    }
    if (actor.isUnauthenticated()) {
      return "unauthenticated";
    }
    if (actor == Actor.OUT_OF_SCOPE) {
      return "out of scope";
    }
    if (actor == Actor.ANONYMOUS) {
      return rule == AccessRule.EVERYONE ? "accepted" : "unauthenticated";
    }
    return rule.allows(actor, Props.maker(operation.path())) ? "accepted" : "refused";
  }

  /** A request that was refused for another reason than who sent it counts as accepted. */
  private static String kind(Operation operation, AccessRule rule, Outcome outcome) {
    return switch (outcome.status()) {
      case 401 -> outcome.code().endsWith("_wrong") ? "accepted" : "unauthenticated";
      case 403 -> outcome.code().equals("insufficient_scope") ? "out of scope" : "refused";
      case 404 ->
          operation.path().startsWith("/internal/") && outcome.code().equals("not_found")
              ? "leads nowhere"
              : rule.hides() && HIDDEN.contains(outcome.code()) ? "refused" : "accepted";
      default -> outcome.status() < 500 && outcome.status() != 429 ? "accepted" : "failed";
    };
  }

  private static Outcome call(Operation operation, Actor actor) {
    String address = props().address(operation.name());
    HttpProbe probe = cast().as(actor, address);
    HttpRequest.Builder request = probe.request(address);
    request.method(operation.method(), BodyPublishers.noBody());
    if (!operation.method().equals("GET")) {
      request.header("If-Match", "*");
    }
    if (operation.hasBody()) {
      request
          .header("Content-Type", mediaType(operation.name()))
          .method(operation.method(), BodyPublishers.ofString(props().body(operation.name())));
    }
    HttpResponse<InputStream> response = probe.open(request);
    try (InputStream body = response.body()) {
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Outcome(
          response.statusCode(),
          type.startsWith("application/problem+json")
              ? JsonMapper.shared().readTree(body).path("code").asString()
              : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mediaType(String operation) {
    return Set.of("POST /api/v1/exercises", "PUT /api/v1/exercises/{id}").contains(operation)
        ? "application/zip"
        : "application/json";
  }

  private static Cast cast() {
    return Objects.requireNonNull(cast);
  }

  private static Props props() {
    return Objects.requireNonNull(props);
  }
}
