package dev.touchstone.gateway.routing;

import dev.touchstone.gateway.edge.ObservingHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.platform.http.ProblemException;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Finds the {@link Route} of each request. */
public final class RouteFinder extends Handler.Wrapper {
  private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.\\.?(?:/|$)");

  private final Routes routes;

  /** Finds routes for the given handler. */
  public RouteFinder(Routes routes, Handler next) {
    super(next);
    this.routes = routes;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getCanonicalPath();
    String raw = request.getHttpURI().getPath();
    if (path == null || raw == null || !path.startsWith("/") || hasDotSegment(raw)) {
      Problems.write(request, response, callback, malformed());
      return true;
    }
    Route route = routes.find(path);
    route.attach(request);
    ObservingHandler.nameRoute(request, route.name());
    return super.handle(request, response, callback);
  }

  /**
   * Whether the path has a segment {@code .} or {@code ..}. Programs disagree on the meaning of
   * such paths; the server itself refuses the encoded forms.
   */
  private static boolean hasDotSegment(String path) {
    return path.contains("/.") && DOT_SEGMENT.matcher(path).find();
  }

  private static ProblemException malformed() {
    return ProblemException.badRequest("bad_request", "The address is malformed.");
  }
}
