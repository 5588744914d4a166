package dev.touchstone.gateway;

import dev.touchstone.gateway.edge.ObservingHandler;
import dev.touchstone.platform.http.Health;
import dev.touchstone.platform.http.Json;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /health} and {@code /ready}. By itself the gateway is ready once it listens: what is
 * behind it has probes of its own, and a gateway that is taken out because of one service is
 * missing for all. Whoever starts it may give it checks all the same.
 */
final class HealthHandler extends Handler.Wrapper {
  private static final Health LIVES = Health.of("gateway", Map.of());
  private final ReadinessChecks checks;

  HealthHandler(ReadinessChecks checks, Handler next) {
    super(next);
    this.checks = checks;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    switch (String.valueOf(request.getHttpURI().getPath())) {
      case "/health" -> send(LIVES, request, response, callback);
      case "/ready" ->
          checks
              .health()
              .thenAccept(health -> send(health, request, response, callback))
              .exceptionally(failure -> {
                callback.failed(failure);
                return null;
              });
      default -> {
        return super.handle(request, response, callback);
      }
    }
    return true;
  }

  private static void send(Health health, Request request, Response response, Callback callback) {
    ObservingHandler.nameRoute(request, "health");
    response.setStatus(health.httpStatus().code());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(health)), callback);
  }
}
