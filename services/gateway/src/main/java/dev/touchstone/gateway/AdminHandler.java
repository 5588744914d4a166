package dev.touchstone.gateway;

import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.platform.telemetry.Metrics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /metrics}, on the admin port only; everything else there leads nowhere. */
final class AdminHandler extends Handler.Abstract {
  private final Metrics metrics;

  AdminHandler(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!"/metrics".equals(request.getHttpURI().getPath())) {
      Problems.write(request, response, callback, Problems.notFound());
      return true;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    byte[] text = metrics.scrape().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(text), callback);
    return true;
  }
}
