package dev.touchstone.gateway.routing;

import dev.touchstone.gateway.problem.Problems;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands a request to the destination of its route; one without a handler leads nowhere. */
public final class DestinationHandler extends Handler.Sequence {
  private final Map<Destination, Handler> handlers;

  /** Hands requests to the given handlers; destinations may share one. */
  public DestinationHandler(Map<Destination, Handler> handlers) {
    super(handlers.values().stream().distinct().toList());
    this.handlers = Map.copyOf(handlers);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Handler handler = handlers.get(Route.of(request).destination());
    if (handler != null) {
      return handler.handle(request, response, callback);
    }
    Problems.write(request, response, callback, Problems.notFound());
    return true;
  }
}
