package dev.touchstone.gateway;

import dev.touchstone.gateway.edge.ObservingHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /health} and {@code /ready}. The gateway is ready once it listens: what is behind it has
 * probes of its own, and a gateway that is taken out because of one service is missing for all.
 */
final class HealthHandler extends Handler.Wrapper {
  private static final byte[] UP =
      "{\"service\":\"gateway\",\"status\":\"up\",\"checks\":{}}".getBytes(StandardCharsets.UTF_8);

  HealthHandler(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (!"/health".equals(path) && !"/ready".equals(path)) {
      return super.handle(request, response, callback);
    }
    ObservingHandler.nameRoute(request, "health");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(UP), callback);
    return true;
  }
}
