package dev.touchstone.gateway;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Readiness;
import dev.touchstone.platform.security.Role;
import dev.touchstone.testing.HttpProbe;
import dev.touchstone.testing.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The gateway on a free port, in front of three fakes. */
final class RunningGateway implements AutoCloseable {
  static final TestTokens TOKENS = new TestTokens();

  /** The answers to exchanges of API tokens, by token; any other token is unknown. */
  final Map<String, String> exchanges = new ConcurrentHashMap<>();

  final AtomicInteger exchanged = new AtomicInteger();
  final FakeService users = new FakeService();
  final FakeService exercises = new FakeService();
  final FakeService scores = new FakeService();
  final GatewayService service;
  final HttpProbe probe;

  private RunningGateway(
      Map<String, String> settings,
      Function<GatewayConfiguration, List<Readiness>> checks,
      Map<String, String> environment) {
    users.answer(this::answerAsUserManagement);
    GatewayConfiguration configuration = configuration(settings);
    service = GatewayService.start(configuration, checks.apply(configuration), environment);
    probe = HttpProbe.on(service.port());
  }

  static RunningGateway start(Map<String, String> settings) {
    return start(settings, List.of());
  }

  static RunningGateway start(Map<String, String> settings, List<Readiness> checks) {
    return new RunningGateway(settings, configuration -> checks, Map.of());
  }

  /** With traces, as the variables say. */
  static RunningGateway traced(Map<String, String> settings, Map<String, String> environment) {
    return new RunningGateway(settings, configuration -> List.of(), environment);
  }

  /** As a process of its own, whose readiness is that of its services. */
  static RunningGateway inACluster() {
    return new RunningGateway(Map.of(), GatewayService::services, Map.of());
  }

  HttpProbe learner() {
    return probe.withToken(TOKENS.token(7, "lan", Role.LEARNER.wireName()));
  }

  private GatewayConfiguration configuration(Map<String, String> settings) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "TOUCHSTONE_HOST", "127.0.0.1",
                "TOUCHSTONE_PORT", "0",
                "TOUCHSTONE_ADMIN_PORT", "0",
                "TOUCHSTONE_USER_MANAGEMENT_URL", users.uri().toString(),
                "TOUCHSTONE_EXERCISES_URL", exercises.uri().toString(),
                "TOUCHSTONE_SCORES_URL", scores.uri().toString(),
                "TOUCHSTONE_INTERNAL_TOKEN", "internal-token-of-this-test-only"));
    variables.putAll(settings);
    Environment environment = Environment.of(variables);
    GatewayConfiguration configuration = GatewayConfiguration.from(environment);
    environment.finish();
    return configuration;
  }

  private void answerAsUserManagement(com.sun.net.httpserver.HttpExchange exchange)
      throws java.io.IOException {
    if (exchange.getRequestURI().getPath().equals("/internal/v1/token-exchange")) {
      answerExchange(exchange);
      return;
    }
    String body =
        switch (exchange.getRequestURI().getPath()) {
          case "/.well-known/jwks.json" -> TOKENS.jwks();
          case "/internal/v1/revocations" ->
              "{\"revoked\":[{\"session_id\":\"session-13\",\"revoked_at\":\"2026-01-01T00:00:00Z\"}],\"cursor\":\"1\"}";
          default -> "{}";
        };
    FakeService.send(exchange, 200, Map.of(), body);
  }

  private void answerExchange(com.sun.net.httpserver.HttpExchange exchange)
      throws java.io.IOException {
    exchanged.incrementAndGet();
    String token = Json.MAPPER.readTree(exchange.getRequestBody()).path("token").asString();
    String accessToken = exchanges.get(token);
    if (accessToken == null) {
      FakeService.send(exchange, 404, Map.of(), "{}");
    } else {
      String body = "{\"access_token\":\"%s\",\"expires_in\":600}".formatted(accessToken);
      FakeService.send(exchange, 200, Map.of(), body);
    }
  }

  @Override
  public void close() {
    service.close();
    users.close();
    exercises.close();
    scores.close();
  }
}
