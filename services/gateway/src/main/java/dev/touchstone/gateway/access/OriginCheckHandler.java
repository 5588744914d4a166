package dev.touchstone.gateway.access;

import dev.touchstone.gateway.edge.RequestContext;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.platform.http.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses writing requests with a cookie that another site made a browser send. Browsers say where
 * a request comes from in {@code Sec-Fetch-Site}, older ones only in {@code Origin}; a program that
 * is no browser sends neither, and nobody can make it send its cookie.
 */
public final class OriginCheckHandler extends Handler.Wrapper {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  /** Checks what goes to the given handler. */
  public OriginCheckHandler(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean atRisk =
        Route.of(request).cookies()
            && !Route.reads(request.getMethod())
            && request.getHeaders().contains(HttpHeader.COOKIE);
    if (atRisk && !comesFromHere(request)) {
      Problems.write(request, response, callback, crossSite());
      return true;
    }
    return super.handle(request, response, callback);
  }

  private static boolean comesFromHere(Request request) {
    HttpFields headers = request.getHeaders();
    List<String> sites = headers.getValuesList(FETCH_SITE);
    if (!sites.isEmpty()) {
      return sites.stream().allMatch(site -> site.equals("same-origin") || site.equals("none"));
    }
    String host = RequestContext.required(request).host();
    return headers.getValuesList(HttpHeader.ORIGIN).stream()
        .allMatch(origin -> isOrigin(origin, host));
  }

  /** Whether a page of an origin is one of a host; browsers leave out the port of the scheme. */
  private static boolean isOrigin(String origin, String host) {
    try {
      URI uri = URI.create(origin);
      String usual = "https".equals(uri.getScheme()) ? ":443" : ":80";
      return uri.getAuthority() != null
          && without(usual, uri.getAuthority()).equals(without(usual, host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String without(String port, String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
  }

  private static ProblemException crossSite() {
    return ProblemException.of(
        403,
        "cross_site",
        "Requests from other sites are refused. Open Touchstone itself and try again.");
  }
}
