package dev.touchstone.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.security.ScopedPaths;
import dev.touchstone.testing.ContractCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The routes are those of the contracts: no more, no fewer, and each as its contract says. */
class RoutesTest {
  private static final Map<Upstream, String> CONTRACTS =
      Map.of(
          Upstream.USER_MANAGEMENT, "user-management",
          Upstream.EXERCISES, "exercises",
          Upstream.SCORES, "scores");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** An operation of a contract. */
  record Operation(Upstream upstream, String method, String path, JsonNode contract) {
    boolean isInternal() {
      return path.startsWith("/internal/");
    }

    Route route() {
      return Routes.PUBLIC.find(path);
    }

    /** The names of the security schemes; empty stands for "none needed". */
    Set<String> security(JsonNode ofAll) {
      JsonNode own = contract.has("security") ? contract.path("security") : ofAll;
      Set<String> schemes =
          own.valueStream()
              .map(scheme -> String.join("+", scheme.propertyNames()))
              .collect(Collectors.toSet());
      return schemes.isEmpty() ? Set.of("") : schemes;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static JsonNode contract(Upstream upstream) {
    String file = "contracts/" + CONTRACTS.get(upstream) + ".yaml";
    return new YAMLMapper().readTree(ContractCheck.repository().resolve(file).toFile());
  }

  static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Upstream upstream : CONTRACTS.keySet()) {
      contract(upstream)
          .path("paths")
          .forEachEntry((path, methods) ->
              methods.forEachEntry((method, operation) -> {
                if (METHODS.contains(method)) {
                  String name = method.toUpperCase(Locale.ROOT);
                  operations.add(new Operation(upstream, name, path, operation));
                }
              }));
    }
    assertThat(operations).hasSizeGreaterThan(30);
    return operations;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationLeadsToItsServiceAndNoInternalOneDoes(Operation operation) {
    assertThat(operation.route().destination())
        .isEqualTo(operation.isInternal() ? Destination.Local.NOWHERE : operation.upstream());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theTokenIsRequiredWhereTheContractRequiresOne(Operation operation) {
    if (operation.isInternal()) {
      return;
    }
    Set<String> security = operation.security(contract(operation.upstream()).path("security"));
    TokenRequirement expected =
        !security.contains("accessToken")
            ? TokenRequirement.IGNORED
            : security.contains("") ? TokenRequirement.OPTIONAL : TokenRequirement.REQUIRED;
    assertThat(operation.route().token(operation.method())).isEqualTo(expected);
    if (security.contains("refreshCookie")) {
      assertThat(operation.route().cookies()).as("cookies").isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatTheContractAnswersWithEventsIsAStreamAndNothingElseIs(Operation operation) {
    String responses = operation.contract().path("responses").toString();
    assertThat(operation.route().streams())
        .isEqualTo(responses.contains("#/components/responses/Events"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aBodyIsAcceptedWhereTheContractHasOne(Operation operation) {
    if (!operation.isInternal() && operation.contract().has("requestBody")) {
      assertThat(operation.route().largestBody()).isPositive();
    }
  }

  @Test
  void everyRouteToAServiceIsOneOfAContract() {
    Set<Route> used = operations().stream().map(Operation::route).collect(Collectors.toSet());
    assertThat(Routes.PUBLIC.all())
        .filteredOn(route -> route.destination() instanceof Upstream)
        .allSatisfy(route -> assertThat(used).contains(route));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/auth/login,LOGIN",
    "/api/v1/auth/login/,LOGIN",
    "/api/v1/auth/register,REGISTRATION",
    "/api/v1/auth/refresh,GENERAL",
    "/api/v1/submissions,SUBMISSION",
    "/api/v1/submissions/,SUBMISSION",
    "/api/v1/submissions/rejudge,GENERAL",
    "/api/v1/runs,RUN",
    "/api/v1/runs/1,GENERAL",
  })
  void someRequestsAreCountedOnTheirOwn(String path, RateClass rate) {
    assertThat(Routes.PUBLIC.find(path).rate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({
    "/,WEB",
    "/exercises/5,WEB",
    "/assets/a.js,WEB",
    "/api,NOWHERE",
    "/api/v1/exercisesX,NOWHERE",
    "/apiX,WEB",
    "/internal,NOWHERE",
    "/metrics,NOWHERE",
    "/.well-known/other,NOWHERE",
    "/health,HEALTH",
    "/ready,READINESS",
  })
  void everythingElseIsOursOrNowhere(String path, Destination.Local destination) {
    assertThat(Routes.PUBLIC.find(path).destination()).isEqualTo(destination);
  }

  @Test
  void ofEveryAreaOfTheApiItIsDecidedWhichScopeItNeeds() {
    assertThat(Routes.PUBLIC.all().stream().map(route -> route.pattern().toString()))
        .filteredOn(pattern -> pattern.matches("/api/v1/(?!auth/).*"))
        .isNotEmpty()
        .allSatisfy(
            pattern -> assertThat(ScopedPaths.isDecided(pattern.split("/", -1)[3])).isTrue());
  }
}
