package dev.touchstone.gateway;

import dev.touchstone.platform.http.Health;
import dev.touchstone.platform.http.Json;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /health}: the process alone, for the probes of whatever started it. {@code /ready}: the
 * gateway with what is behind it, for whoever sends people here.
 */
final class HealthHandler extends Handler.Abstract {
  private final Supplier<CompletableFuture<Health>> source;

  private HealthHandler(Supplier<CompletableFuture<Health>> source) {
    this.source = source;
  }

  /** The process runs. */
  static Handler health() {
    Health up = Health.of("gateway", Map.of());
    return new HealthHandler(() -> CompletableFuture.completedFuture(up));
  }

  /** The checks pass. */
  static Handler readiness(ReadinessChecks checks) {
    return new HealthHandler(checks::health);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    source
        .get()
        .thenAccept(health -> send(health, response, callback))
        .exceptionally(failure -> {
          callback.failed(failure);
          return null;
        });
    return true;
  }

  private static void send(Health health, Response response, Callback callback) {
    response.setStatus(health.httpStatus().code());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(health)), callback);
  }
}
