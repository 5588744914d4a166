package dev.touchstone.platform.http;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /health}: the process runs. {@code /ready}: it has what it needs to answer. */
final class HealthEndpoints implements HttpService {
  private static final Logger log = LoggerFactory.getLogger(HealthEndpoints.class);
  private final String service;
  private final List<Readiness> checks;

  HealthEndpoints(String service, List<Readiness> checks) {
    this.service = service;
    this.checks = List.copyOf(checks);
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/health", this::health).get("/ready", this::ready);
  }

  private void health(ServerRequest request, ServerResponse response) {
    Json.send(response, Health.of(service, Map.of()));
  }

  private void ready(ServerRequest request, ServerResponse response) {
    Map<String, String> results = new LinkedHashMap<>();
    checks.forEach(check -> results.put(check.name(), passes(check) ? Health.UP : Health.DOWN));
    Health health = Health.of(service, results);
    Json.send(response, health.httpStatus(), health);
  }

  private boolean passes(Readiness readiness) {
    try {
      readiness.check().run();
      return true;
    } catch (Exception e) { // any failure means not ready
      log.warn(
          "{} is not ready: {}: {}", service, readiness.name(), String.valueOf(e.getMessage()));
      log.debug("{} is not ready: {}", service, readiness.name(), e);
      return false;
    }
  }
}
