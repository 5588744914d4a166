package dev.touchstone.gateway.routing;

import dev.touchstone.gateway.edge.ObservingHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.platform.http.ProblemException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Leads a request to the services, to the web application, or nowhere. */
public final class RoutingHandler extends Handler.Sequence {
  /** Below these there is only what {@link Routes} lists; a typing error must not get a page. */
  private static final List<String> NO_PAGES =
      List.of("/api", "/internal", "/.well-known", "/metrics");

  private final Handler api;
  private final Handler web;

  /**
   * Leads to the given handlers.
   *
   * @param api for requests that have a {@link Route}
   * @param web for everything else
   */
  public RoutingHandler(Handler api, Handler web) {
    super(api, web);
    this.api = api;
    this.web = web;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getCanonicalPath();
    String raw = request.getHttpURI().getPath();
    if (path == null || raw == null || hasDotSegment(raw)) {
      Problems.write(request, response, callback, malformed());
      return true;
    }
    Optional<Route> route = Routes.find(path);
    if (route.isPresent()) {
      route.get().attach(request);
      ObservingHandler.nameRoute(request, route.get().name());
      return api.handle(request, response, callback);
    }
    if (NO_PAGES.stream()
        .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))) {
      Problems.write(request, response, callback, Problems.notFound());
      return true;
    }
    ObservingHandler.nameRoute(request, "web");
    return web.handle(request, response, callback);
  }

  /**
   * Whether the path has a segment {@code .} or {@code ..}. Such paths mean different things to
   * different programs; the encoded forms are refused by the server itself.
   */
  private static boolean hasDotSegment(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException malformed() {
    return ProblemException.badRequest("bad_request", "The address is not well-formed.");
  }
}
